-- The way back from V6. What jobs asked stays in the audit, so the check is of new entries alone.
ALTER TABLE query.audit_entries
    DROP CONSTRAINT audit_entries_kind_check,
    ADD CONSTRAINT audit_entries_kind_check
        CHECK (kind IN ('run', 'stream', 'verify', 'drill', 'values', 'trial')) NOT VALID;
