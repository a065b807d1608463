-- The way back from V5.
ALTER TABLE query.analytics_cache DROP COLUMN size_bytes, DROP COLUMN asked_as;
