package io.plumbline.query.values;

import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which values a tenant's rows hold. Fixed statements; the tenant is a bind value and row security the second lock. */
@ApplicationScoped
public class ValuesRepository {
    /** The most values given of one dimension. */
    static final int MOST = 5_000;

    private static final Map<String, String> COLUMNS = columns();

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("project_key", "SELECT project_key AS v FROM warehouse.projects WHERE tenant_id = $1");
        columns.put("project_name", "SELECT name AS v FROM warehouse.projects WHERE tenant_id = $1");
        columns.put("assignee", person("assignee_id"));
        columns.put("reporter", person("reporter_id"));
        columns.put("issue_type", issue("issue_type"));
        columns.put("status", "SELECT name AS v FROM warehouse.statuses WHERE tenant_id = $1");
        columns.put("priority", issue("priority"));
        columns.put("label", issue("unnest(labels)"));
        columns.put("component", issue("unnest(components)"));
        columns.put("sprint_name", "SELECT name AS v FROM warehouse.sprints WHERE tenant_id = $1");
        columns.put("board", "SELECT board AS v FROM warehouse.sprints WHERE tenant_id = $1");
        return columns;
    }

    private static String issue(String expression) {
        return "SELECT " + expression + " AS v FROM warehouse.issues WHERE tenant_id = $1";
    }

    private static String person(String column) {
        return """
                SELECT u.display_name AS v FROM warehouse.users u
                WHERE u.tenant_id = $1 AND EXISTS (
                    SELECT FROM warehouse.issues i
                    WHERE i.tenant_id = $1 AND i.instance_id = u.instance_id AND i.%s = u.user_id)""".formatted(column);
    }

    /** The names of the dimensions that are read, in the order of the answer. */
    static List<String> dimensions() {
        return List.copyOf(COLUMNS.keySet());
    }

    /** The distinct values of one dimension, sorted, at most {@link #MOST}. */
    Uni<List<String>> find(SqlConnection connection, Tenant tenant, String dimension) {
        return connection
                .preparedQuery(statement(dimension))
                .execute(Tuple.of(tenant.slug()))
                .map(rows -> rows.stream().map(ValuesRepository::text).toList());
    }

    /** What is sent for a dimension. */
    static String statement(String dimension) {
        return "SELECT v FROM (" + COLUMNS.get(dimension)
                + ") seen WHERE v IS NOT NULL GROUP BY v ORDER BY v COLLATE \"C\" LIMIT " + MOST;
    }

    private static String text(Row row) {
        return row.getString("v");
    }
}
