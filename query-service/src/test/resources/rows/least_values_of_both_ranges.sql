WITH c AS (SELECT priority, is_subtask, count(*) FILTER (WHERE done_at >= '2026-04-01T00:00Z' AND done_at < '2026-05-01T00:00Z') AS v, count(*) FILTER (WHERE done_at >= '2026-03-01T00:00Z' AND done_at < '2026-04-01T00:00Z') AS p
    FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-03-01T00:00Z' AND done_at < '2026-05-01T00:00Z' GROUP BY 1, 2),
l AS (SELECT priority, is_subtask, CASE WHEN v >= 14 THEN v END AS v, CASE WHEN p >= 14 THEN p END AS p FROM c)
SELECT priority, is_subtask, v, p, v - p, 100.0 * (v - p) / p FROM l ORDER BY is_subtask, priority COLLATE "C" NULLS LAST
