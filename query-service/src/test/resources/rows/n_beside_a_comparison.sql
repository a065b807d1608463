WITH x AS (SELECT priority, avg(extract(epoch FROM done_at - created_at) / 86400) FILTER (WHERE done_at >= '2026-03-01T00:00Z') AS now, count(*) FILTER (WHERE done_at >= '2026-03-01T00:00Z') AS n,
        avg(extract(epoch FROM done_at - created_at) / 86400) FILTER (WHERE done_at < '2026-03-01T00:00Z') AS before
    FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at >= '2026-01-01T00:00Z' AND done_at < '2026-05-01T00:00Z' GROUP BY 1)
SELECT priority, now, before, now - before, (now - before) * 100 / before, n FROM x ORDER BY priority COLLATE "C" NULLS LAST
