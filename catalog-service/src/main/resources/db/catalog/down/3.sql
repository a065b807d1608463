-- The way back from version 3: the tenants' own metrics, overlays and their history go.
DROP TABLE catalog.tenant_changes;
DROP TABLE catalog.tenant_overlays;
DROP TABLE catalog.tenant_metrics;
DROP TABLE catalog.tenant_state;
