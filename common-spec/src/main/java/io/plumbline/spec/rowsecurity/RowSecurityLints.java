package io.plumbline.spec.rowsecurity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lints there are, in the order of the runbook. */
public final class RowSecurityLints {
    /** Of tables of tenants' rows and their policies: what each migration that adds a table must see to. */
    public static final List<RowSecurityLint> TABLES = load(
            "table_without_row_security",
            "table_row_security_not_forced",
            "partition_without_row_security",
            "partition_granted",
            "policy_missing",
            "policy_differs",
            "policy_without_check",
            "policy_widens",
            "table_shared_by_tenants",
            "privilege_past_policies",
            "key_across_tenants",
            "index_not_led_by_tenant",
            "foreign_key_across_tenants",
            "sequence_across_tenants");

    /** Of what else holds rows or runs over them. */
    public static final List<RowSecurityLint> OBJECTS = load(
            "view_runs_as_owner",
            "materialized_view_granted",
            "materialized_view_open",
            "foreign_table_granted",
            "function_runs_as_owner",
            "function_search_path_open",
            "function_claims_leakproof",
            "operator_added",
            "object_not_owned_by_migrator",
            "granted_to_public",
            "default_privileges_grant",
            "large_object_kept");

    /** Of the roles that the services log in with. */
    public static final List<RowSecurityLint> ROLES = load(
            "role_bypasses_row_security",
            "role_is_member",
            "role_of_facts_open",
            "role_of_scheduler_open",
            "role_may_create",
            "role_search_path_open",
            "role_without_limits",
            "setting_preset");

    /** Of the server itself and what comes with it. */
    public static final List<RowSecurityLint> SERVER = load(
            "builtin_usable",
            "tenant_switch_open",
            "statistics_readable",
            "extension_reaches_out",
            "server_has_known_faults");

    public static final List<RowSecurityLint> ALL =
            Stream.of(TABLES, OBJECTS, ROLES, SERVER).flatMap(List::stream).toList();

    /** What no service may start with; none of them is broken for a moment while another service migrates its schema. */
    public static final List<RowSecurityLint> AT_START = load(
            "role_bypasses_row_security",
            "role_is_member",
            "role_may_create",
            "setting_preset",
            "server_has_known_faults");

    private RowSecurityLints() {}

    /** What all lints find, in their order; any role may ask, an administrator's session settles it. */
    public static List<RowSecurityFinding> findings(Connection connection) throws SQLException {
        return findings(connection, ALL);
    }

    public static List<RowSecurityFinding> findings(Connection connection, List<RowSecurityLint> lints)
            throws SQLException {
        List<RowSecurityFinding> findings = new ArrayList<>();
        for (RowSecurityLint lint : lints) {
            findings.addAll(lint.findings(connection));
        }
        return List.copyOf(findings);
    }

    private static List<RowSecurityLint> load(String... names) {
        return Stream.of(names).map(LintFile::load).toList();
    }
}
