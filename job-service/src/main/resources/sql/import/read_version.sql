-- Nothing was written: cached results stay right.
SELECT data_version, data_as_of FROM warehouse.tenants WHERE tenant_id = :tenant;
