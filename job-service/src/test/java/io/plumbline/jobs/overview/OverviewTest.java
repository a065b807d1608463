package io.plumbline.jobs.overview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.stream.JobRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class OverviewTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private final JobRows rows = new JobRows();

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void addsUpTheTenantsOwnJobs() {
        rows.queued("neighbour");
        UUID waits = rows.queued("busy");
        rows.execute("""
                UPDATE jobs.analytics_jobs SET submitted_at = clock_timestamp() - interval '90 seconds', attempt = 1,
                    run_after = clock_timestamp() + interval '1 hour'
                WHERE tenant_id = 'busy' AND job_id = ?""", waits);
        rows.commit();
        for (int i = 0; i < 3; i++) {
            UUID done = rows.queued("busy");
            rows.end("busy", done, "completed");
        }
        UUID gone = rows.queued("busy");
        rows.end("busy", gone, "cancelled");
        UUID failed = fail("query_timeout", "The query took longer than five minutes.");
        fail("query_timeout", "The query took longer than five minutes.");
        fail("invalid_spec", "The spec is not valid.");

        rows.run("busy", rows.queued("busy"));
        rows.commit();

        JsonPath overview = overview("busy");
        assertThat(overview.getList("data.queue.priority")).containsExactly("high", "low");
        assertThat(overview.getList("data.queue.depth")).containsExactly(1, 0);
        assertThat(overview.getInt("data.queue[0].retrying")).isEqualTo(1);
        assertThat(overview.getDouble("data.queue[0].oldest_seconds")).isBetween(89.0, 120.0);
        assertThat(overview.getDouble("data.queue[1].oldest_seconds")).isZero();
        assertThat(overview.getInt("data.workers.busy")).isEqualTo(1);
        assertThat(overview.getInt("data.workers.slots")).isPositive();
        assertThat(overview.getMap("data.last_hour"))
                .containsEntry("submitted", 9)
                .containsEntry("completed", 3)
                .containsEntry("failed", 3)
                .containsEntry("cancelled", 1)
                .containsEntry("retried", 0);
        assertThat(overview.getDouble("data.last_hour.run_seconds.median")).isBetween(0.0, 5.0);
        assertThat(overview.getList("data.failures.code")).containsExactly("query_timeout", "invalid_spec");
        assertThat(overview.getInt("data.failures[0].count")).isEqualTo(2);
        assertThat(overview.getString("data.failures[0].detail")).startsWith("The query took longer");
        assertThat(overview.getString("data.failures[0].last_job")).isNotEqualTo(failed.toString());
    }

    @Test
    void isEmptyForATenantWithoutJobs() {
        rows.queued("neighbour");
        given().auth()
                .oauth2(TestTokens.admin("nothing"))
                .get("/analytics/jobs/overview")
                .then()
                .statusCode(200)
                .body("data.queue.depth.sum()", equalTo(0))
                .body("data.workers.busy", equalTo(0))
                .body("data.last_hour.completed", equalTo(0))
                .body("data.last_hour.run_seconds.median", nullValue())
                .body("data.failures", hasSize(0));
    }

    @Test
    void isForAdministrators() {
        given().get("/analytics/jobs/overview").then().statusCode(401);
        for (String token : new String[] {TestTokens.viewer("busy"), TestTokens.analyst("busy")}) {
            given().auth().oauth2(token).get("/analytics/jobs/overview").then().statusCode(403);
        }
    }

    @Test
    void tellsOperatorsHowMuchWaits() throws InterruptedException {
        rows.queued("measured");
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String shown = "";
        while (!shown.matches("(?s).*job_queue_length\\{priority=\"high\"[^}]*} [1-9].*")
                && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            shown = given().get(metrics).asString();
        }
        assertThat(shown)
                .containsPattern("job_queue_length\\{priority=\"high\"[^}]*} [1-9]")
                .contains("job_queue_length{priority=\"low\"")
                .containsPattern("plumbline_jobs_queued_age_seconds \\d")
                .containsPattern("plumbline_jobs_outbox_size \\d")
                .containsPattern("plumbline_jobs_outbox_lag_seconds \\d")
                .doesNotContain("measured");
    }

    private UUID fail(String code, String detail) {
        UUID job = rows.queued("busy");
        rows.execute(
                "UPDATE jobs.analytics_jobs SET error_code = ?, error = ? WHERE tenant_id = 'busy' AND job_id = ?",
                code,
                detail,
                job);
        rows.end("busy", job, "failed");
        return job;
    }

    private static JsonPath overview(String tenant) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant))
                .get("/analytics/jobs/overview")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .extract()
                .jsonPath()
                .using(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
    }
}
