SELECT NULL::double precision, (SELECT avg(v) FROM (SELECT s.sprint_id, coalesce(sum(points_end) FILTER (WHERE completed), 0) AS v
    FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
    WHERE tenant_id = 'acme' AND s.completed_at >= '2026-02-01T00:00Z' AND s.completed_at < '2026-03-01T00:00Z' GROUP BY 1) t), NULL::double precision, NULL::double precision,
    0, b, -b, -100 FROM (SELECT sum(extract(epoch FROM least(to_at, '2026-03-01T00:00Z') - greatest(from_at, '2026-02-01T00:00Z')) / 3600)::double precision AS b
    FROM warehouse.blocked_intervals WHERE tenant_id = 'acme' AND from_at < '2026-03-01T00:00Z' AND coalesce(to_at, 'infinity') > '2026-02-01T00:00Z') x
