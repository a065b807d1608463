package io.plumbline.jobs.job;

import static io.plumbline.jobs.job.JobCalls.analyst;
import static io.plumbline.jobs.job.JobCalls.id;
import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.plumbline.jobs.job.JobCalls.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jobs API takes, tells and refuses, and to whom. */
@QuarkusTest
@TestProfile(LastOfAll.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(value = JobNeighbours.class, restrictToAnnotatedClass = true)
class JobApiTest {
    private static QueryStandIn query;

    @BeforeAll
    static void startNeighbours() {
        query = QueryStandIn.start();
    }

    @AfterAll
    static void stopNeighbours() {
        query.close();
    }

    @Test
    void acceptsASpecAndShowsTheJob() {
        Response answer = submit("shown", "{\"spec\":%s,\"label\":\"Weekly\"}".formatted(spec(7)));
        answer.then()
                .statusCode(202)
                .header("Location", containsString("/analytics/jobs/" + id(answer)))
                .body("data.state", equalTo("queued"))
                .body("data.priority", equalTo("high"))
                .body("data.deduplicated", equalTo(false));
        given().auth()
                .oauth2(TestTokens.viewer("shown"))
                .get("/analytics/jobs/" + id(answer))
                .then()
                .statusCode(200)
                .body("data.label", equalTo("Weekly"))
                .body("data.spec.limit", equalTo(7))
                .body("data.spec_hash", notNullValue())
                .body("data.submitted_by", equalTo("ana"))
                .body("data.progress", equalTo(0.0f))
                .body("data.stage", equalTo("queued"))
                .body("data.attempt", equalTo(0))
                .body("data.max_attempts", equalTo(4))
                .body("data.error", nullValue())
                .body("data.result", nullValue())
                .body("data.history.to", equalTo(List.of("queued")))
                .body("data.history[0].from", nullValue())
                .body("data.history[0].cause", equalTo("submitted"));
        assertThat(rows("SELECT kind, seq, data->>'state' FROM jobs.job_events WHERE job_id = '%s'"
                        .formatted(id(answer))))
                .containsExactly("queued|1|queued");
        assertThat(rows("SELECT roles, request_id IS NOT NULL FROM jobs.analytics_jobs WHERE job_id = '%s'"
                        .formatted(id(answer))))
                .containsExactly("{analyst}|t");
    }

    @Test
    void sameActiveSpecIsTheSameJobWithinItsTenant() {
        Response first = submit("dedupe", spec(1));
        submit("dedupe", "{\"spec\":{\"limit\":1,\"measures\":[{\"name\":\"created\"}]},\"priority\":\"low\"}")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(id(first)))
                .body("data.deduplicated", equalTo(true));
        assertThat(id(submit("dedupe-other", spec(1)))).isNotEqualTo(id(first));

        JobCalls.claim(id(first));
        assertThat(JobCalls.complete(id(first))).isEqualTo(1);
        submit("dedupe", spec(1)).then().statusCode(202);
    }

    @Test
    void listsTheNewestFirstByStateAndPage() {
        List<String> ids =
                List.of(id(submit("listed", spec(1))), id(submit("listed", spec(2))), id(submit("listed", spec(3))));
        JobCalls.claim(ids.get(1));
        list("?limit=2").body("data.jobs.id", equalTo(List.of(ids.get(2), ids.get(1))));
        String next = list("?limit=2").extract().path("data.next");
        list("?limit=2&after=" + next)
                .body("data.jobs.id", equalTo(List.of(ids.get(0))))
                .body("data.next", nullValue());
        list("?state=running").body("data.jobs.id", equalTo(List.of(ids.get(1))));
        list("?state=failed").body("data.jobs", hasSize(0));
    }

    private static ValidatableResponse list(String query) {
        return analyst("listed").get("/analytics/jobs" + query).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "state=done, /state, invalid_value",
        "limit=0, /limit, out_of_range",
        "limit=many, /limit, out_of_range",
        "limit=201, /limit, out_of_range",
        "after=x, /after, unknown_job",
        "after=00000000-0000-4000-8000-000000000000, /after, unknown_job"
    })
    void refusesBadLists(String query, String pointer, String code) {
        analyst("listed")
                .get("/analytics/jobs?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void foreignUnknownAndIllFormedIdsAreAlike() {
        String foreign = id(submit("owner", spec(1)));
        for (String method : List.of("GET", "DELETE")) {
            String unknown = problem(method, UUID.randomUUID().toString());
            assertThat(problem(method, foreign)).isEqualTo(unknown);
            assertThat(problem(method, "1-1-1-1-1")).isEqualTo(unknown);
            assertThat(problem(method, "nothing")).isEqualTo(unknown);
        }
        assertThat(rows("SELECT state FROM jobs.analytics_jobs WHERE job_id = '%s'".formatted(foreign)))
                .containsExactly("queued");
    }

    private static String problem(String method, String id) {
        return analyst("stranger")
                .request(method, "/analytics/jobs/" + id)
                .then()
                .statusCode(404)
                .extract()
                .asString()
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    void faultsOfTheSpecStandWhereTheyAreInTheBody() {
        submit("faulty", "{\"spec\":{\"measures\":[],\"limit\":100001}}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_spec"))
                .body("errors.pointer", hasItem("/spec/limit"));
        submit("faulty", spec(100_001)).then().statusCode(400).body("errors.pointer", hasItem("/limit"));
        assertThat(rows("SELECT job_id FROM jobs.analytics_jobs WHERE tenant_id = 'faulty'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "none"})
    void onlyAnalystsAndAdminsSubmitAndCancel(String role) {
        String token = role.equals("none") ? TestTokens.withoutRole("roles") : TestTokens.viewer("roles");
        String job = id(submit("roles", spec(1)));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(spec(2))
                .post("/analytics/jobs")
                .then()
                .statusCode(403);
        given().auth().oauth2(token).delete("/analytics/jobs/" + job).then().statusCode(403);
        given().get("/analytics/jobs").then().statusCode(401);
    }

    @Test
    void refusesTheOversizeAndTheIllFormed() {
        submit("big", "{\"label\":\"%s\"}".formatted("x".repeat(70_000))).then().statusCode(413);
        submit("big", "{").then().statusCode(400).body("code", equalTo("malformed_json"));
        submit("big", spec(1), "two words").then().statusCode(400);
        submit("big", spec(1), "k".repeat(256)).then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.analyst("big"))
                .contentType("text/plain")
                .body(spec(1))
                .post("/analytics/jobs")
                .then()
                .statusCode(415);
    }

    @Test
    void saysSoWhileQueryServiceIsAway() {
        Response known = submit("away", spec(1), "before");
        query.close();
        try {
            submit("away", spec(2))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("query_service_away"));
            // What was answered once needs it no more.
            submit("away", spec(1), "before").then().statusCode(202).header("Idempotent-Replayed", "true");
            analyst("away").get("/analytics/jobs/" + id(known)).then().statusCode(200);
        } finally {
            query = QueryStandIn.start();
        }
        submit("away", spec(2)).then().statusCode(202);
    }

    @Test
    void cancelsWhatWaitsAtOnceAndAsksWhatRuns() {
        String waiting = id(submit("cancel", spec(1)));
        for (int i = 0; i < 2; i++) {
            analyst("cancel")
                    .delete("/analytics/jobs/" + waiting)
                    .then()
                    .statusCode(200)
                    .body("data.state", equalTo("cancelled"))
                    .body("data.history.to", equalTo(List.of("queued", "cancelled")))
                    .body("data.finished_at", notNullValue());
        }
        String again = id(submit("cancel", spec(1)));
        assertThat(again).isNotEqualTo(waiting);

        JobCalls.claim(again);
        for (int i = 0; i < 2; i++) {
            analyst("cancel")
                    .delete("/analytics/jobs/" + again)
                    .then()
                    .statusCode(202)
                    .body("data.state", equalTo("running"))
                    .body("data.cancel_requested_at", notNullValue());
        }
        // A job whose end is wanted is nobody's answer any more.
        submit("cancel", spec(1)).then().statusCode(202);
        assertThat(rows("SELECT kind FROM jobs.job_events WHERE tenant_id = 'cancel' ORDER BY at"))
                .containsExactly("queued", "cancelled", "queued", "progress", "queued");
    }

    @Test
    void whatHasEndedCannotBeCancelled() {
        String job = id(submit("ended", spec(1)));
        JobCalls.claim(job);
        JobCalls.complete(job);
        analyst("ended")
                .delete("/analytics/jobs/" + job)
                .then()
                .statusCode(409)
                .body("code", equalTo("already_finished"))
                .body("detail", containsString("completed"));
    }
}
