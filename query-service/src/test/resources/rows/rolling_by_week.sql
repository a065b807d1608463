-- The week of 4 March is shown; its window holds all of it and three whole weeks before. The last week ends with April.
SELECT p.project_key, w::date,
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.project_id = p.project_id AND i.instance_id = 'main'
        AND i.done_at >= (w - interval '3 weeks') AT TIME ZONE 'Europe/Prague' AND i.done_at < until),
    (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM i.done_at - i.created_at) / 86400) FROM warehouse.issues i
        WHERE i.tenant_id = 'acme' AND i.project_id = p.project_id AND i.instance_id = 'main'
        AND i.done_at >= (w - interval '3 weeks') AT TIME ZONE 'Europe/Prague' AND i.done_at < until),
    (SELECT max(extract(epoch FROM i.done_at - i.created_at) / 86400) FROM warehouse.issues i
        WHERE i.tenant_id = 'acme' AND i.project_id = p.project_id AND i.instance_id = 'main'
        AND i.done_at >= (w - interval '1 week') AT TIME ZONE 'Europe/Prague' AND i.done_at < until),
    (SELECT count(*) FROM warehouse.issues i WHERE i.tenant_id = 'acme' AND i.project_id = p.project_id AND i.instance_id = 'main'
        AND i.done_at >= greatest(w, '2026-03-04') AT TIME ZONE 'Europe/Prague' AND i.done_at < until)
FROM warehouse.projects p, generate_series(timestamp '2026-03-02', '2026-04-27', interval '1 week') AS w,
    LATERAL (SELECT least(w + interval '1 week', '2026-05-01') AT TIME ZONE 'Europe/Prague' AS until) u
WHERE p.tenant_id = 'acme' AND p.instance_id = 'main' ORDER BY 2, 1
