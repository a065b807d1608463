SET LOCAL work_mem = '64MB';
-- The tenant's row is the lock: one merge at a time per tenant, in every replica.
INSERT INTO warehouse.tenants (tenant_id) VALUES (:tenant) ON CONFLICT DO NOTHING;
SELECT FROM warehouse.tenants WHERE tenant_id = :tenant FOR UPDATE;
INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES (:tenant, :instance) ON CONFLICT DO NOTHING;
