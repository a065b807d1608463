-- The way back from V4: partitions, policies and grants go with the tables.
DROP FUNCTION query.keep_receipt;
DROP FUNCTION query.enter_audit(text, uuid, text, text, text, text, text[], text, timestamptz, timestamptz);
DROP FUNCTION query.require_audit(uuid);
DROP VIEW query.audit;
DROP TABLE query.audit_outcomes;
DROP TABLE query.audit_entries;
