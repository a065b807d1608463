SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND labels = '{}'
