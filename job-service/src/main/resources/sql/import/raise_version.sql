-- Cached results of the tenant end here.
UPDATE warehouse.tenants SET data_version = data_version + 1, data_as_of = clock_timestamp()
WHERE tenant_id = :tenant
RETURNING data_version, data_as_of;
