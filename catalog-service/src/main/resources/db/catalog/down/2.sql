ALTER TABLE catalog.metrics_catalog DROP COLUMN additivity;
