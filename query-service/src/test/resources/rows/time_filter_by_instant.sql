SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND created_at BETWEEN '2026-01-01T17:30Z' AND '2026-01-02T10:30Z'
