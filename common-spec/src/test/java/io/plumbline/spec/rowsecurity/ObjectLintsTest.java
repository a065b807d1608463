package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views, functions and what else runs over rows: each lint finds the hole of its name. */
class ObjectLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            view_runs_as_owner             | ALTER VIEW warehouse.sprint_scope RESET (security_invoker)
            view_runs_as_owner             | ALTER VIEW warehouse.sprint_scope SET (security_invoker = off)
            materialized_view_granted      | CREATE MATERIALIZED VIEW warehouse.sums AS SELECT tenant_id FROM warehouse.issues; ALTER MATERIALIZED VIEW warehouse.sums OWNER TO migrator; GRANT SELECT ON warehouse.sums TO query_service
            materialized_view_granted      | GRANT SELECT ON warehouse.mv_sprint_stats_enriched TO query_service
            materialized_view_open         | ALTER VIEW warehouse.sprint_stats RESET (security_barrier)
            materialized_view_open         | CREATE OR REPLACE VIEW warehouse.issue_comment_stats WITH (security_barrier) AS SELECT m.*, v.data_version FROM warehouse.mv_issue_comment_stats m JOIN warehouse.mv_data_versions v USING (tenant_id)
            materialized_view_open         | CREATE VIEW warehouse.open WITH (security_barrier) AS SELECT tenant_id FROM warehouse.mv_data_versions m WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')) OR m.data_version > 0; ALTER VIEW warehouse.open OWNER TO migrator
            materialized_view_open         | CREATE VIEW warehouse.open WITH (security_barrier) AS SELECT tenant_id FROM warehouse.mv_data_versions UNION SELECT tenant_id FROM warehouse.mv_data_versions m WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')); ALTER VIEW warehouse.open OWNER TO migrator
            view_runs_as_owner             | CREATE VIEW warehouse.mixed WITH (security_barrier) AS SELECT m.tenant_id FROM warehouse.mv_data_versions m CROSS JOIN warehouse.issues WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')); ALTER VIEW warehouse.mixed OWNER TO migrator
            foreign_table_granted          | CREATE FOREIGN DATA WRAPPER far; CREATE SERVER far FOREIGN DATA WRAPPER far; CREATE FOREIGN TABLE warehouse.far (tenant_id text) SERVER far; ALTER FOREIGN TABLE warehouse.far OWNER TO migrator; GRANT SELECT ON warehouse.far TO query_service
            function_runs_as_owner         | ALTER FUNCTION warehouse.issues_as_of(timestamptz) SECURITY DEFINER
            function_search_path_open      | CREATE FUNCTION warehouse.f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'; ALTER FUNCTION warehouse.f() OWNER TO migrator; REVOKE ALL ON FUNCTION warehouse.f() FROM PUBLIC
            function_claims_leakproof      | ALTER FUNCTION warehouse.issues_as_of(timestamptz) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.texticlike(text, text) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.numeric_eq(numeric, numeric) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.enum_eq(anyenum, anyenum) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.jsonb_object_field_text(jsonb, text) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.date_trunc(text, timestamptz) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.lower(text) LEAKPROOF
            function_claims_leakproof      | ALTER FUNCTION pg_catalog.arraycontains(anyarray, anyarray) LEAKPROOF
            operator_added                 | CREATE OPERATOR warehouse.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.texteq)
            operator_added                 | CREATE CAST (point AS text) WITH INOUT
            operator_added                 | CREATE OPERATOR CLASS warehouse.odd FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text)
            object_not_owned_by_migrator   | ALTER TABLE warehouse.issues OWNER TO job_service
            object_not_owned_by_migrator   | CREATE VIEW warehouse.mine WITH (security_invoker) AS SELECT 1 AS x
            object_not_owned_by_migrator   | ALTER FUNCTION warehouse.issues_as_of(timestamptz) OWNER TO postgres
            object_not_owned_by_migrator   | ALTER SCHEMA warehouse OWNER TO job_service
            large_object_kept              | SELECT lo_create(0)
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
