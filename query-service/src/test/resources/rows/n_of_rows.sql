WITH moves AS (SELECT i.priority, count(DISTINCT (t.instance_id, t.issue_id)) AS issues, count(*) AS n FROM warehouse.issue_transitions t JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id) WHERE tenant_id = 'acme' AND leaves_done GROUP BY 1)
SELECT priority, count(*), count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - first_in_progress_at) / 86400) FILTER (WHERE done_at IS NOT NULL), count(*) FILTER (WHERE done_at IS NOT NULL AND first_in_progress_at IS NOT NULL),
    avg(extract(epoch FROM done_at - created_at) / 86400), count(done_at), (SELECT issues FROM moves m WHERE m.priority IS NOT DISTINCT FROM i.priority), (SELECT n FROM moves m WHERE m.priority IS NOT DISTINCT FROM i.priority),
    count(done_at)::numeric / count(*), count(*)
FROM warehouse.issues i WHERE tenant_id = 'acme' GROUP BY priority ORDER BY 2 DESC, priority COLLATE "C"
