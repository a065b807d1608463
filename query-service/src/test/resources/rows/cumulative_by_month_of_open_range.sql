-- From December (in New York) until the last issue was closed, in July, after the last was created, in June.
SELECT m::date,
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at < until),
    (SELECT avg(extract(epoch FROM done_at - created_at) / 86400) FROM warehouse.issues WHERE tenant_id = 'acme' AND done_at < until),
    (SELECT count(DISTINCT (instance_id, issue_id)) FROM warehouse.issue_transitions WHERE tenant_id = 'acme' AND leaves_done AND at < until),
    (SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at >= m AT TIME ZONE 'America/New_York' AND created_at < until)
FROM (SELECT m, (m + interval '1 month') AT TIME ZONE 'America/New_York' AS until FROM generate_series(
    (SELECT date_trunc('month', min(created_at) AT TIME ZONE 'America/New_York') FROM warehouse.issues WHERE tenant_id = 'acme'),
    (SELECT date_trunc('month', max(done_at) AT TIME ZONE 'America/New_York') FROM warehouse.issues WHERE tenant_id = 'acme'), interval '1 month') AS m) x
ORDER BY 1
