package io.plumbline.jobs.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.jobs.imports.ImportCalls;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of the API as an administrator makes them. */
final class SyncCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SyncCalls() {}

    static Map<String, Object> body(FakeJira jira, int everyMinutes) {
        return new HashMap<>(Map.of(
                "instance",
                "main",
                "site",
                jira.site(),
                "email",
                FakeJira.EMAIL,
                "token",
                FakeJira.TOKEN,
                "every_minutes",
                everyMinutes));
    }

    /** A connection that is synced by hand only. */
    static String connect(String tenant, FakeJira jira) {
        return connect(tenant, body(jira, 0));
    }

    static String connect(String tenant, Map<String, Object> body) {
        return ImportCalls.admin(tenant)
                .contentType("application/json")
                .body(body)
                .post("/analytics/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    static JsonPath connection(String tenant, String id) {
        return ImportCalls.admin(tenant)
                .get("/analytics/connections/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String sync(String tenant, String connection, boolean full) {
        return ImportCalls.admin(tenant)
                .post("/analytics/connections/%s/sync?full=%s".formatted(connection, full))
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");
    }

    /** Syncs and waits for the end. */
    static JsonPath synced(String tenant, String connection, boolean full) {
        return ended(tenant, connection, sync(tenant, connection, full));
    }

    static JsonPath run(String tenant, String connection, String run) {
        return ImportCalls.admin(tenant)
                .get("/analytics/connections/%s/runs/%s".formatted(connection, run))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath ended(String tenant, String connection, String run) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonPath answer = run(tenant, connection, run);
            if (List.of("completed", "failed", "cancelled").contains(answer.getString("data.state"))) {
                return answer;
            }
            assertThat(Instant.now()).as(() -> answer.prettify()).isBefore(end);
            pause(50);
        }
    }

    /** Waits until a run has read so many pages. */
    static void awaitPages(String tenant, String connection, String run, int pages) {
        Instant end = Instant.now().plusSeconds(20);
        while (true) {
            JsonPath answer = run(tenant, connection, run);
            if (answer.getLong("data.pages") >= pages) {
                return;
            }
            assertThat(Instant.now()).as(() -> answer.prettify()).isBefore(end);
            pause(20);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Imports what the site holds as a file, into a tenant of its own. */
    static List<String> cleanImport(String tenant, FakeJira jira) {
        assertThat(ImportCalls.importLines(tenant, "main", jira.exported()).getLong("data.lines_rejected"))
                .isZero();
        return ImportCalls.warehouse(tenant);
    }
}
