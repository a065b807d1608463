-- The union of time in a blocked status and flagged time, while not done. Touching stretches are one.
INSERT INTO warehouse.blocked_intervals (tenant_id, instance_id, issue_id, from_at, to_at)
SELECT :tenant, :instance, issue_id, lower(stretch), upper(stretch)
FROM (
    SELECT issue_id, unnest(range_agg(span)) AS stretch
    FROM (
        SELECT issue_id, tstzrange(from_at, to_at) AS span
        FROM pg_temp.d_status
        WHERE is_blocked AND category <> 'done'
        UNION ALL
        SELECT d.issue_id, tstzrange(d.from_at, d.to_at) * tstzrange(f.from_at, f.to_at)
        FROM pg_temp.d_status d
        JOIN pg_temp.s_flag f ON f.row_id = d.row_id
        WHERE d.category <> 'done'
    ) spans
    WHERE NOT isempty(span)
    GROUP BY issue_id
) stretches;
