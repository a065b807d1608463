package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.JobTable.await;
import static io.plumbline.jobs.work.JobTable.put;
import static io.plumbline.jobs.work.JobTable.rows;
import static io.plumbline.jobs.work.JobTable.update;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers get of a job's rows. */
@QuarkusTest
@WithTestResource(QueryStand.class)
class ResultTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void givesPages() {
        UUID job = completed(2_500);
        get(job, "?page=3", "application/json")
                .statusCode(200)
                .body("success", is(true))
                .body("data.results", hasSize(500))
                .body("data.results[0].created", is(2_000))
                .body("data.results[0].day", is("2026-01-01"))
                .body("data.total", is(2_500))
                .body("meta.spec_hash", is("5pec"))
                .body("meta.result_hash", is("ha5h"))
                .body("meta.emptiness[0].row", is(9))
                .body("meta.emptiness[0].reason", is("no_data"))
                .body("page.page", is(3))
                .body("page.pages", is(3))
                .body("page.rows", is(2_500));
        // A page may lie across two of those that are kept.
        get(job, "?page=2&page_size=700", "application/json")
                .body("data.results", hasSize(700))
                .body("data.results[0].created", is(700))
                .body("data.results[699].created", is(1_399));
        get(completed(0), "", "application/json")
                .statusCode(200)
                .body("data.results", hasSize(0))
                .body("page.pages", is(1));
    }

    @Test
    void refusesPagesThatAreNot() {
        UUID job = completed(1);
        for (String page :
                new String[] {"page=0", "page=x", "page=2", "page_size=0", "page_size=1001", "page=99999999999"}) {
            get(job, "?" + page, "application/json").statusCode(400).body("code", is("invalid_request"));
        }
    }

    @Test
    void givesTheWholeInEachForm() {
        UUID job = completed(2_500);
        String lines = get(job, "", "application/x-ndjson")
                .statusCode(200)
                .header("Plumbline-Rows", "2500")
                .extract()
                .asString();
        assertThat(lines.split("\n")).hasSize(2_502);
        assertThat(lines).contains("\"emptiness\":{\"cycle\":\"no_data\"}").endsWith("\"query_time_ms\":1.5}}\n");
        String csv = get(job, "", "text/csv")
                .statusCode(200)
                .header("Plumbline-Meta", containsString("5pec"))
                .extract()
                .asString();
        assertThat(csv.split("\r\n")).hasSize(2_501).startsWith("day,created,cycle", "2026-01-01,0,0.5");
        for (String form : new String[] {"application/vnd.apache.parquet", "application/vnd.apache.arrow.stream"}) {
            byte[] file = get(job, "", form)
                    .statusCode(200)
                    .contentType(form)
                    .extract()
                    .asByteArray();
            assertThat(file.length).as(form).isGreaterThan(1_000);
        }
        byte[] parquet =
                get(job, "", "application/vnd.apache.parquet").extract().asByteArray();
        assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(parquet, parquet.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        get(job, "", "text/csv").header("Vary", is("Accept"));
        get(job, "", "image/png").statusCode(406).body("errors[0].allowed", hasItems("text/csv"));
    }

    @Test
    void givesTheLargestResult() {
        UUID job = completed(100_000);
        assertThat(JobTable.get(job, "concat_ws(' ', result_rows, result_pages)"))
                .isEqualTo("100000 100");
        String csv = get(job, "", "text/csv").statusCode(200).extract().asString();
        assertThat(csv.lines().count()).isEqualTo(100_001);
        assertThat(csv).contains("\r\n2026-01-01,99998,0.5\r\n2026-01-01,99999,\r\n");
    }

    @Test
    void anotherTenantsJobIsNotThere() {
        UUID job = completed(1);
        String foreign = given().auth()
                .oauth2(TestTokens.admin("globex"))
                .get("/analytics/jobs/" + job + "/result")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        assertThat(get(UUID.randomUUID(), "", "text/csv")
                        .statusCode(404)
                        .extract()
                        .<String>path("detail"))
                .isEqualTo(foreign);
        given().auth()
                .oauth2(TestTokens.admin("acme"))
                .get("/analytics/jobs/none/result")
                .then()
                .statusCode(404)
                .body("detail", is(foreign));
        given().get("/analytics/jobs/" + job + "/result").then().statusCode(401);
    }

    @Test
    void tellsWhyThereIsNone() {
        UUID running = put("acme", "high", "{\"key\": \"slow-result\", \"wait_ms\": 1500}");
        get(running, "", "application/json").statusCode(409).body("code", is("not_finished"));
        await(running, "completed", SOON);
        UUID failed = put("acme", "high", "{\"key\": \"failed-result\", \"status\": 400, \"code\": \"invalid_spec\"}");
        await(failed, "failed", SOON);
        get(failed, "", "text/csv")
                .statusCode(409)
                .body("code", is("no_result"))
                .body("detail", containsString("invalid_spec"));
    }

    @Test
    void dropsResultsWhoseTimeIsOver() throws InterruptedException {
        UUID job = completed(1);
        update(
                "UPDATE jobs.analytics_jobs SET result_expires_at = clock_timestamp() WHERE job_id = ?::uuid",
                job.toString());
        get(job, "", "application/json").statusCode(410).body("code", is("result_expired"));
        Instant end = Instant.now().plus(SOON);
        while (!rows("SELECT page FROM jobs.job_results WHERE job_id = '%s'".formatted(job))
                        .isEmpty()
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(rows("SELECT page FROM jobs.job_results WHERE job_id = '%s'".formatted(job)))
                .isEmpty();
        get(job, "", "application/json").statusCode(410);
    }

    private static UUID completed(int rows) {
        UUID job = put("acme", "high", "{\"key\": \"%s\", \"rows\": %d}".formatted(UUID.randomUUID(), rows));
        await(job, "completed", SOON);
        return job;
    }

    private static ValidatableResponse get(UUID job, String query, String accept) {
        return given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("Accept", accept)
                .get("/analytics/jobs/" + job + "/result" + query)
                .then();
    }
}
