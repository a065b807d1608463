WITH q(a, b) AS (VALUES (timestamptz '2026-01-01T00:00Z', timestamptz '2026-04-01T00:00Z'), ('2026-04-01T00:00Z', '2026-07-01T00:00Z')),
n AS (SELECT a,
    (SELECT count(*) FROM (SELECT DISTINCT instance_id, issue_id FROM warehouse.issue_transitions WHERE tenant_id = 'acme' AND leaves_done AND at >= a AND at < b) x) AS reopened,
    (SELECT count(*) FROM (SELECT DISTINCT instance_id, issue_id FROM warehouse.issue_transitions WHERE tenant_id = 'acme' AND enters_done AND at >= a AND at < b) x) AS done
    FROM q)
SELECT a::date, reopened / done::double precision, reopened FROM n ORDER BY 1
