WITH ends AS (SELECT m::date AS month, (m + interval '1 month') AT TIME ZONE 'UTC' AS at FROM generate_series(timestamp '2026-01-01', '2026-04-01', '1 month') AS m),
open AS (SELECT month, coalesce(u.display_name, '-') AS who FROM ends JOIN warehouse.issue_states s ON s.from_at < at AND (s.to_at >= at OR s.to_at IS NULL)
    LEFT JOIN warehouse.users u ON u.tenant_id = s.tenant_id AND u.instance_id = s.instance_id AND u.user_id = s.assignee_id
    WHERE s.tenant_id = 'acme' AND s.status_category = 'in_progress')
SELECT nullif(w.who, '-'), month, 100.0 * count(*) FILTER (WHERE open.who = w.who) / count(*)
FROM (SELECT DISTINCT who FROM open) w JOIN open ON true GROUP BY w.who, month ORDER BY month, nullif(w.who, '-') COLLATE "C" NULLS LAST
