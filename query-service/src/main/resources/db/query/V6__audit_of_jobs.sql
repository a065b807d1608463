-- The rows of jobs are asked for by job-service, in the name of who submitted the job.
ALTER TABLE query.audit_entries
    DROP CONSTRAINT audit_entries_kind_check,
    ADD CONSTRAINT audit_entries_kind_check
        CHECK (kind IN ('run', 'stream', 'verify', 'drill', 'values', 'trial', 'job'));
