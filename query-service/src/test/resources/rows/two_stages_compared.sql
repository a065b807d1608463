-- Eight whole weeks each. Operations has issues in the earlier range only.
WITH r(name, f, t) AS (VALUES ('now', timestamptz '2026-03-02T00:00Z', timestamptz '2026-04-27T00:00Z'), ('then', '2026-01-05T00:00Z', '2026-03-02T00:00Z')),
i AS (SELECT p.project_key, i.* FROM warehouse.issues i JOIN warehouse.projects p USING (tenant_id, instance_id, project_id) WHERE i.tenant_id = 'acme'),
w AS (SELECT r.name, project_key, count(*) / 8::numeric AS n FROM r JOIN i ON i.done_at >= f AND i.done_at < t GROUP BY 1, 2),
q AS (SELECT name, project_key, max(x) AS x FROM (SELECT r.name, project_key,
        count(*) FILTER (WHERE i.done_at >= f AND i.done_at < t) / nullif(count(*) FILTER (WHERE i.created_at >= f AND i.created_at < t), 0)::numeric AS x
    FROM r CROSS JOIN i GROUP BY 1, 2, assignee_id) a GROUP BY 1, 2)
SELECT k, a.n, b.n, a.n - b.n, 100 * (a.n - b.n) / b.n, c.x, d.x, c.x - d.x, 100 * (c.x - d.x) / d.x
FROM (VALUES ('OPS'), ('PAY'), ('WEB')) AS p(k)
LEFT JOIN w a ON a.name = 'now' AND a.project_key = k LEFT JOIN w b ON b.name = 'then' AND b.project_key = k
LEFT JOIN q c ON c.name = 'now' AND c.project_key = k LEFT JOIN q d ON d.name = 'then' AND d.project_key = k ORDER BY k
