-- The present is the first of July, so that July is read there and August is not known.
WITH m AS (SELECT m::date AS month, least(m + interval '1 month', timestamp '2026-07-01 12:00') AT TIME ZONE 'UTC' AS at
    FROM generate_series(timestamp '2026-01-01', timestamp '2026-08-01', interval '1 month') AS m),
v AS (SELECT month, p.project_id, count(s.issue_id) AS n FROM m CROSS JOIN (VALUES ('p1'), ('p2')) AS p(project_id)
    LEFT JOIN (warehouse.status_intervals s JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id))
        ON s.tenant_id = 'acme' AND s.category = 'in_progress' AND s.from_at < at AND coalesce(s.to_at, 'infinity') >= at AND i.project_id = p.project_id AND i.instance_id = 'main'
    WHERE month < '2026-07-02' GROUP BY 1, 2),
d AS (SELECT date_trunc('month', d)::date AS month, (SELECT count(*) FROM warehouse.status_intervals s
        WHERE s.tenant_id = 'acme' AND s.category = 'in_progress' AND s.from_at < at AND coalesce(s.to_at, 'infinity') >= at) AS n
    FROM generate_series(timestamp '2026-01-01', timestamp '2026-07-01', interval '1 day') AS d,
        LATERAL (SELECT least(d + interval '1 day', timestamp '2026-07-01 12:00') AT TIME ZONE 'UTC' AS at) a)
SELECT m.month, (SELECT sum(n) FROM v WHERE v.month = m.month), (SELECT nullif(max(n), 0) FROM v WHERE v.month = m.month),
    (SELECT avg(n) FROM d WHERE d.month = m.month), (SELECT avg(n) FROM d WHERE d.month = m.month), (SELECT sum(n) FROM v WHERE v.month = m.month)
FROM m ORDER BY 1
