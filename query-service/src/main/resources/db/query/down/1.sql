-- The way back from V1: policies and grants go with the table.
DROP TABLE query.analytics_cache;
