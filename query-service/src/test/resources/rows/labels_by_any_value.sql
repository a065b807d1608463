SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND ('api' = ANY (labels) OR '50%_off' = ANY (labels)) AND array_length(components, 1) > 0
