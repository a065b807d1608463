-- The way back from version 1: everything of the catalog goes; the next start seeds it again.
DROP TABLE catalog.catalog_state;
DROP TABLE catalog.metrics_catalog;
