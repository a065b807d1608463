-- Months from the first reopening to the last.
WITH t AS (SELECT date_trunc('month', at AT TIME ZONE 'UTC') AS m, count(DISTINCT issue_id) AS n FROM warehouse.issue_transitions WHERE tenant_id = 'acme' AND leaves_done GROUP BY 1),
q AS (SELECT date_trunc('quarter', ended_at AT TIME ZONE 'UTC') AS q, stddev_samp(p) / nullif(avg(p), 0) AS cv FROM (SELECT ended_at,
        (SELECT coalesce(sum(points_end) FILTER (WHERE completed), 0) FROM warehouse.sprint_scope x WHERE x.tenant_id = 'acme' AND x.sprint_id = s.sprint_id) AS p
    FROM warehouse.sprints s WHERE tenant_id = 'acme' AND state = 'closed' AND ended_at IS NOT NULL) v GROUP BY 1)
SELECT (SELECT sum(n) / (SELECT count(*) FROM generate_series(min(m), max(m), interval '1 month')) FROM t),
    (SELECT avg(cv) FROM q),
    (SELECT min(n) FROM (SELECT count(DISTINCT (instance_id, issue_id)) AS n FROM warehouse.issues i LEFT JOIN LATERAL unnest(labels) AS l ON true WHERE tenant_id = 'acme' GROUP BY l) g)
