-- Few issues, so that many sprints have none: their count is 0 and counts in the mean, their median is none and does not.
WITH v AS (SELECT s.*,
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM i.done_at - i.created_at) / 86400) FROM warehouse.issues i
            WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.is_bug AND '50%_off' = ANY (i.labels) AND i.done_at >= s.started_at AND i.done_at < s.ended_at) AS days,
        (SELECT count(*) FROM warehouse.issues i
            WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.is_bug AND '50%_off' = ANY (i.labels) AND i.done_at >= s.started_at AND i.done_at < s.ended_at) AS n
    FROM warehouse.sprints s WHERE s.tenant_id = 'acme' AND s.state = 'closed' AND s.started_at IS NOT NULL),
c AS (SELECT *, avg(days) OVER w AS days0, avg(n) OVER w AS n0 FROM v WINDOW w AS (PARTITION BY board_id ORDER BY ended_at ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING))
SELECT started_at::date, name, board, days, days0, days - days0, 100 * (days - days0) / nullif(days0, 0), n, n0, n - n0, 100 * (n - n0) / nullif(n0, 0)
FROM c WHERE ended_at >= '2026-03-01T00:00Z' AND ended_at < '2026-07-01T00:00Z' ORDER BY ended_at, sprint_id COLLATE "C"
