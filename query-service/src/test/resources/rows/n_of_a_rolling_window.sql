WITH months AS (SELECT m FROM generate_series(timestamp '2026-03-01', '2026-04-01', '1 month') AS m),
open AS (SELECT d, s.issue_id FROM generate_series(timestamp '2026-02-01', '2026-04-30', '1 day') AS d JOIN warehouse.issue_states s
    ON s.from_at < (d + interval '1 day') AT TIME ZONE 'UTC' AND (s.to_at >= (d + interval '1 day') AT TIME ZONE 'UTC' OR s.to_at IS NULL) WHERE tenant_id = 'acme' AND s.status_category = 'in_progress')
SELECT m::date, percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - created_at) / 86400), count(*),
    (SELECT count(*) FROM open WHERE d >= m - interval '1 month' AND d < m + interval '1 month')::numeric / extract(day FROM (m + interval '1 month') - (m - interval '1 month')),
    (SELECT count(DISTINCT issue_id) FROM open WHERE d >= m - interval '1 month' AND d < m + interval '1 month')
FROM months JOIN warehouse.issues ON tenant_id = 'acme' AND done_at >= (m - interval '2 months') AT TIME ZONE 'UTC' AND done_at < (m + interval '1 month') AT TIME ZONE 'UTC' GROUP BY m ORDER BY 1
