package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights that nobody gave by name: each lint finds the hole of its name. */
class PublicLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            granted_to_public              | GRANT SELECT ON warehouse.issues TO PUBLIC
            granted_to_public              | GRANT SELECT (summary) ON warehouse.issues TO PUBLIC
            granted_to_public              | GRANT EXECUTE ON FUNCTION warehouse.issues_as_of(timestamptz) TO PUBLIC
            granted_to_public              | GRANT USAGE ON SCHEMA warehouse TO PUBLIC
            granted_to_public              | GRANT CREATE ON SCHEMA public TO PUBLIC
            granted_to_public              | DO $$BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END$$
            default_privileges_grant       | ALTER DEFAULT PRIVILEGES FOR ROLE migrator IN SCHEMA warehouse GRANT SELECT ON TABLES TO query_service
            default_privileges_grant       | ALTER DEFAULT PRIVILEGES FOR ROLE migrator GRANT SELECT ON TABLES TO PUBLIC
            tenant_switch_open             | GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC
            tenant_switch_open             | GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO pg_monitor
            statistics_readable            | GRANT SELECT ON pg_catalog.pg_statistic TO query_service
            statistics_readable            | GRANT SELECT (stavalues1) ON pg_catalog.pg_statistic TO PUBLIC
            statistics_readable            | GRANT SELECT ON pg_catalog.pg_statistic_ext_data TO query_service
            statistics_readable            | GRANT SELECT ON pg_catalog.pg_largeobject TO job_service
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO query_service
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_notify(text, text) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) TO query_service
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_terminate_backend(integer, bigint) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_cancel_backend(integer) TO query_service
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.lo_create(oid) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.lo_import(text) TO job_service
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.loread(integer, integer) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.query_to_xml(text, boolean, boolean, text) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.schema_to_xml(name, boolean, boolean, text) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.ts_stat(text) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_logical_emit_message(boolean, text, text, boolean) TO PUBLIC
            builtin_usable                 | GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO query_service
            extension_reaches_out          | CREATE EXTENSION dblink
            extension_reaches_out          | CREATE EXTENSION postgres_fdw
            extension_reaches_out          | CREATE EXTENSION file_fdw
            extension_reaches_out          | CREATE LANGUAGE untrusted HANDLER plpgsql_call_handler
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
