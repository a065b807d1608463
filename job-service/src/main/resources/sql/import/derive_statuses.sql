-- Status intervals with their meaning, and what they add up to. Open ones end at a deletion.
CREATE TEMPORARY TABLE d_status ON COMMIT DROP AS
SELECT t.row_id, t.issue_id, s.seq, s.status_id, x.name AS status, x.category, x.is_blocked, s.from_at,
    CASE WHEN s.to_at IS NULL AND t.deleted_at IS NOT NULL THEN greatest(s.from_at, t.deleted_at) ELSE s.to_at END AS to_at,
    lag(s.status_id) OVER history AS from_status_id,
    lag(x.category) OVER history AS from_category,
    lead(s.seq) OVER history IS NULL AS is_last
FROM pg_temp.t_issue t
JOIN pg_temp.s_status s ON s.row_id = t.row_id
JOIN warehouse.statuses x ON x.tenant_id = :tenant AND x.instance_id = :instance AND x.status_id = s.status_id
WINDOW history AS (PARTITION BY s.row_id ORDER BY s.seq);
ANALYZE pg_temp.d_status;
-- Time in progress and not blocked: stays in such statuses less the flagged parts, which don't overlap one another.
CREATE TEMPORARY TABLE d_active ON COMMIT DROP AS
WITH stay AS (
    SELECT row_id, from_at, to_at FROM pg_temp.d_status
    WHERE category = 'in_progress' AND NOT is_blocked AND to_at IS NOT NULL
)
SELECT row_id, sum(seconds) / 3600 AS hours
FROM (
    SELECT row_id, extract(epoch FROM to_at - from_at) AS seconds FROM stay
    UNION ALL
    SELECT s.row_id, -extract(epoch FROM least(s.to_at, f.to_at) - greatest(s.from_at, f.from_at))
    FROM stay s
    JOIN pg_temp.s_flag f ON f.row_id = s.row_id AND f.from_at < s.to_at AND (f.to_at IS NULL OR f.to_at > s.from_at)
) parts
GROUP BY row_id;
ANALYZE pg_temp.d_active;
CREATE TEMPORARY TABLE d_outcome ON COMMIT DROP AS
SELECT row_id,
    count(*) FILTER (WHERE from_category = 'done' AND category <> 'done') AS reopened_times,
    min(from_at) FILTER (WHERE category = 'in_progress') AS first_in_progress_at,
    CASE WHEN bool_or(category = 'done') FILTER (WHERE is_last) THEN
        max(from_at) FILTER (WHERE category = 'done' AND from_category IS DISTINCT FROM 'done') END AS done_at,
    max(status_id) FILTER (WHERE is_last) AS status_id,
    max(status) FILTER (WHERE is_last) AS status,
    max(category) FILTER (WHERE is_last) AS status_category
FROM pg_temp.d_status
GROUP BY row_id;
ANALYZE pg_temp.d_outcome;
