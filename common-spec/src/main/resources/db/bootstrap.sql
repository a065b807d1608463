-- Run once on an empty database `plumbline` by an administrator (superuser): roles, schemas and what PUBLIC may do.
-- Passwords are set apart from this file. Repeating it changes nothing.
-- migrator owns every object and runs Flyway; the services log in with roles that own nothing and cannot bypass
-- row level security. job_scheduler is job-service's second role: it sees of every tenant when which job is due and nothing
-- else (lint role_of_scheduler_open).
DO $$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['migrator', 'catalog_service', 'query_service', 'job_service', 'translator_service',
        'job_scheduler'] LOOP
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
ALTER ROLE job_scheduler SET default_transaction_read_only = on;
ALTER ROLE job_scheduler SET statement_timeout = '5s';

-- Owns the materialized views of the warehouse: made of all tenants' rows, so it reads past the policies. Nobody logs in with
-- it; the migrator takes it to refresh them, and inherits nothing of it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'warehouse_facts') THEN
        CREATE ROLE warehouse_facts NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT BYPASSRLS;
    END IF;
    IF NOT pg_has_role('migrator', 'warehouse_facts', 'MEMBER') THEN
        GRANT warehouse_facts TO migrator;
    END IF;
END
$$;

CREATE SCHEMA IF NOT EXISTS warehouse AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS catalog AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS query AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION migrator;
CREATE SCHEMA IF NOT EXISTS translator AUTHORIZATION migrator;
GRANT USAGE ON SCHEMA warehouse TO query_service, job_service, warehouse_facts;
GRANT USAGE ON SCHEMA catalog TO catalog_service;
GRANT USAGE ON SCHEMA query TO query_service;
GRANT USAGE ON SCHEMA jobs TO job_service, job_scheduler;
GRANT USAGE ON SCHEMA translator TO translator_service;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- The database may have another name than plumbline.
DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO job_service, warehouse_facts', current_database());
END
$$;

-- Functions that let a statement wait, signal, lock, run text as SQL, write to the log of changes, keep large objects or
-- change the tenant. Flyway and the migrations lock.
DO $$
DECLARE
    builtin record;
BEGIN
    FOR builtin IN
        SELECT p.oid::regprocedure AS name, p.proname ~ '^pg_(try_)?advisory_' AS locks
        FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prorettype <> 'trigger'::regtype
          AND (p.proname ~ '^pg_(sleep|notify|terminate_backend|cancel_backend|export_snapshot|logical_emit_message)'
            OR p.proname ~ '^pg_(try_)?advisory_'
            OR p.proname ~ '^(query|table|cursor|schema|database)_to_xml'
            OR p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite')
            OR p.proname = 'ts_stat' OR p.proname = 'ts_rewrite' AND p.pronargs = 2)
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', builtin.name);
        IF builtin.locks THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO migrator', builtin.name);
        END IF;
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)
    TO migrator, catalog_service, query_service, job_service, translator_service;
