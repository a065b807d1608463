WITH c AS (SELECT priority, count(*) FILTER (WHERE done_at >= '2026-04-01T00:00Z' AND done_at < '2026-05-01T00:00Z') AS v, count(*) FILTER (WHERE done_at >= '2026-03-01T00:00Z' AND done_at < '2026-04-01T00:00Z') AS p
    FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-03-01T00:00Z' AND done_at < '2026-05-01T00:00Z' GROUP BY 1)
SELECT priority, v, p, v - p, 100.0 * (v - p) / nullif(p, 0) FROM c WHERE p < 10 OR 100.0 * (v - p) / nullif(p, 0) > 0 ORDER BY v DESC, priority COLLATE "C" NULLS LAST
