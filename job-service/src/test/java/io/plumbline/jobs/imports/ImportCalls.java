package io.plumbline.jobs.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Calls of the API as an administrator makes them, and looks into the database past all locks. */
public final class ImportCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ImportCalls() {}

    public static RequestSpecification admin(String tenant) {
        return given().auth().oauth2(TestTokens.admin(tenant));
    }

    /** Imports lines and waits for the end. */
    public static JsonPath importLines(String tenant, String instance, List<String> lines) {
        return await(tenant, submit(tenant, instance, String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    public static String submit(String tenant, String instance, byte[] body) {
        return admin(tenant)
                .contentType("application/x-ndjson")
                .body(body)
                .post("/analytics/imports?instance=" + instance)
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
    }

    public static JsonPath await(String tenant, String id) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonPath answer = admin(tenant)
                    .get("/analytics/imports/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (List.of("completed", "failed").contains(answer.getString("data.status"))) {
                return answer;
            }
            assertThat(Instant.now()).as(() -> answer.prettify()).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Rows of a query by the superuser, columns joined by a bar; null is empty. */
    public static List<String> rows(String sql) {
        try (Connection connection = EmbeddedServers.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.append(column == 1 ? "" : "|");
                        row.append(rows.getString(column) == null ? "" : rows.getString(column));
                    }
                    found.add(row.toString());
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that an import decides of a tenant's warehouse, table by table; apart from data_version and times of change. */
    public static List<String> warehouse(String tenant) {
        List<String> tables = rows("""
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p')
                AND NOT c.relispartition AND c.relname NOT IN ('tenants', 'flyway_schema_history') ORDER BY 1""");
        List<String> content = new ArrayList<>();
        for (String table : tables) {
            rows("SELECT (to_jsonb(t) - 'tenant_id')::text FROM warehouse.%s t WHERE tenant_id = '%s' ORDER BY 1"
                            .formatted(table, tenant))
                    .forEach(row -> content.add(table + " " + row));
        }
        return content;
    }
}
