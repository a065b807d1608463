SELECT avg((SELECT count(*) FROM warehouse.status_intervals v JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
    WHERE tenant_id = 'acme' AND v.category = 'in_progress' AND v.from_at < t AND coalesce(v.to_at, 'infinity') >= t)) FROM generate_series(timestamptz '2025-12-21T00:00Z', '2026-02-01T00:00Z', interval '1 day') AS t
