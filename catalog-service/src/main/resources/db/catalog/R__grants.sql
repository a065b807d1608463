-- What the service may do with its schema. Covers version 1: raise that number with each version that adds a table.
REVOKE ALL ON ALL TABLES IN SCHEMA catalog FROM PUBLIC, catalog_service;
GRANT SELECT, INSERT, UPDATE ON catalog.metrics_catalog TO catalog_service;
GRANT SELECT, UPDATE ON catalog.catalog_state TO catalog_service;
