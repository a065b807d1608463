-- Run once on an empty database `plumbline` by an administrator (superuser): roles, schemas and what PUBLIC may do.
-- Passwords are set apart from this file. Repeating it changes nothing.
-- migrator owns every object and runs Flyway; the services log in with roles that own nothing and cannot bypass
-- row level security.
DO $$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS', service);
        END IF;
        EXECUTE format('ALTER ROLE %I SET timezone = ''UTC''', service);
        EXECUTE format('ALTER ROLE %I SET client_connection_check_interval = ''1s''', service);
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''60s''', service);
        EXECUTE format('ALTER ROLE %I SET search_path = pg_catalog', service);
    END LOOP;
END
$$;
ALTER ROLE query_service SET temp_file_limit = '1GB';
ALTER ROLE query_service SET lock_timeout = '2s';

CREATE SCHEMA IF NOT EXISTS warehouse AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS catalog AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS query AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS translator AUTHORIZATION migrator;
GRANT USAGE ON SCHEMA warehouse TO query_service, job_service;
GRANT USAGE ON SCHEMA catalog TO catalog_service;
GRANT USAGE ON SCHEMA query TO query_service;
GRANT USAGE ON SCHEMA jobs TO job_service;
GRANT USAGE ON SCHEMA translator TO translator_service;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE TEMPORARY ON DATABASE plumbline FROM PUBLIC;
GRANT TEMPORARY ON DATABASE plumbline TO job_service;

-- Functions that let a statement wait, signal, lock, write files or change the tenant.
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep_for(interval) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep_until(timestamptz) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_notify(text, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_terminate_backend(integer, bigint) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.query_to_xml(text, boolean, boolean, text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)
    TO migrator, catalog_service, query_service, job_service, translator_service;
