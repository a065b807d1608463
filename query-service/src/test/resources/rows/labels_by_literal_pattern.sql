SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND '50%_off' = ANY (labels)
