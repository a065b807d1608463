package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles and their settings: each lint finds the hole of its name. */
class RoleLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            role_bypasses_row_security     | ALTER ROLE query_service BYPASSRLS
            role_bypasses_row_security     | ALTER ROLE job_service SUPERUSER
            role_bypasses_row_security     | ALTER ROLE query_service REPLICATION
            role_bypasses_row_security     | ALTER ROLE migrator CREATEROLE
            role_bypasses_row_security     | ALTER ROLE migrator CREATEDB
            role_is_member                 | GRANT migrator TO query_service
            role_is_member                 | GRANT query_service TO job_service
            role_is_member                 | GRANT pg_read_all_data TO query_service
            role_is_member                 | GRANT pg_read_all_stats TO query_service
            role_is_member                 | GRANT pg_read_server_files TO job_service
            role_of_facts_open             | ALTER ROLE warehouse_facts LOGIN
            role_of_facts_open             | CREATE ROLE analyst NOLOGIN; GRANT warehouse_facts TO analyst
            role_of_facts_open             | GRANT pg_monitor TO warehouse_facts
            role_of_facts_open             | GRANT INSERT ON warehouse.sprints TO warehouse_facts
            role_of_facts_open             | GRANT UPDATE (author_id) ON warehouse.comments TO warehouse_facts
            role_of_facts_open             | GRANT CREATE ON SCHEMA warehouse TO warehouse_facts
            role_is_member                 | GRANT job_scheduler TO job_service
            role_of_scheduler_open         | ALTER ROLE job_scheduler BYPASSRLS
            role_of_scheduler_open         | ALTER ROLE job_scheduler SUPERUSER
            role_of_scheduler_open         | ALTER ROLE job_scheduler INHERIT
            role_of_scheduler_open         | GRANT job_service TO job_scheduler
            role_of_scheduler_open         | GRANT pg_read_all_data TO job_scheduler
            role_of_scheduler_open         | CREATE ROLE analyst NOLOGIN; GRANT job_scheduler TO analyst
            role_of_scheduler_open         | GRANT SELECT ON warehouse.tenants TO job_scheduler
            role_of_scheduler_open         | GRANT SELECT (tenant_id) ON warehouse.issues TO job_scheduler
            role_of_scheduler_open         | GRANT USAGE ON SCHEMA warehouse TO job_scheduler
            role_of_scheduler_open         | GRANT CREATE ON SCHEMA jobs TO job_scheduler
            role_of_scheduler_open         | GRANT EXECUTE ON FUNCTION warehouse.issues_as_of(timestamptz) TO job_scheduler
            role_of_scheduler_open         | DO $$BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO job_scheduler', current_database()); END$$
            role_may_create                | GRANT CREATE ON SCHEMA warehouse TO query_service
            role_may_create                | GRANT CREATE ON SCHEMA public TO job_service
            role_may_create                | DO $$BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO query_service', current_database()); END$$
            role_search_path_open          | ALTER ROLE query_service RESET search_path
            role_search_path_open          | ALTER ROLE job_scheduler RESET search_path
            role_search_path_open          | ALTER ROLE query_service SET search_path = warehouse
            role_search_path_open          | DO $$BEGIN EXECUTE format('ALTER ROLE query_service IN DATABASE %I SET search_path = public', current_database()); END$$
            role_without_limits            | ALTER ROLE query_service RESET temp_file_limit
            role_without_limits            | ALTER ROLE query_service RESET lock_timeout
            role_without_limits            | ALTER ROLE job_scheduler RESET statement_timeout
            role_without_limits            | ALTER ROLE catalog_service RESET client_connection_check_interval
            role_without_limits            | ALTER ROLE job_service SET idle_in_transaction_session_timeout = 0
            setting_preset                 | ALTER ROLE query_service SET app.tenant_id = 'acme'
            setting_preset                 | ALTER ROLE job_service SET row_security = off
            setting_preset                 | ALTER ROLE job_scheduler SET app.tenant_id = 'acme'
            setting_preset                 | DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET app.tenant_id = acme', current_database()); END$$
            setting_preset                 | ALTER FUNCTION warehouse.issues_as_of(timestamptz) SET row_security = off
            setting_preset                 | SELECT set_config('app.tenant_id', 'acme', false)
            setting_preset                 | SET lo_compat_privileges = on
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
