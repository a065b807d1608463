-- The present sprint of the touched issues: active before future before closed before unknown, then the latest.
CREATE TEMPORARY TABLE d_present_sprint ON COMMIT DROP AS
SELECT DISTINCT ON (m.row_id) m.row_id, m.sprint_id
FROM pg_temp.t_issue t
JOIN pg_temp.s_membership m ON m.row_id = t.row_id AND m.removed_at IS NULL
LEFT JOIN warehouse.sprints s ON s.tenant_id = :tenant AND s.instance_id = :instance AND s.sprint_id = m.sprint_id
ORDER BY m.row_id, array_position(ARRAY['active', 'future', 'closed'], s.state) NULLS LAST, s.started_at DESC NULLS LAST,
    length(m.sprint_id) DESC, m.sprint_id DESC;
ANALYZE pg_temp.d_present_sprint;
