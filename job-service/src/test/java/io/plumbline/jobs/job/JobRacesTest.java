package io.plumbline.jobs.job;

import static io.plumbline.jobs.job.JobCalls.analyst;
import static io.plumbline.jobs.job.JobCalls.atOnce;
import static io.plumbline.jobs.job.JobCalls.id;
import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.plumbline.jobs.job.JobCalls.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens at the same time happens as if it had come in some order. */
@QuarkusTest
@TestProfile(LastOfAll.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(value = JobNeighbours.class, restrictToAnnotatedClass = true)
class JobRacesTest {
    private static QueryStandIn query;

    @BeforeAll
    static void startNeighbours() {
        query = QueryStandIn.start();
    }

    @AfterAll
    static void stopNeighbours() {
        query.close();
    }

    /** As a client does that is told to try again: so many at once may be too many for a slow machine. */
    private static Response taken(Supplier<Response> submission) {
        Response answer = submission.get();
        for (int i = 0; i < 30 && answer.statusCode() == 503; i++) {
            answer = submission.get();
        }
        return answer;
    }

    @Test
    void oneKeyMakesOneJob() throws InterruptedException, ExecutionException {
        List<Response> answers = atOnce(100, () -> taken(() -> submit("keys", spec(1), "one")));
        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> "true".equals(answer.header("Idempotent-Replayed"))))
                .hasSize(99);
        assertThat(rows("SELECT job_id FROM jobs.analytics_jobs WHERE tenant_id = 'keys'"))
                .hasSize(1);

        submit("keys", spec(2), "one").then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        Response elsewhere = submit("keys-other", spec(2), "one");
        assertThat(elsewhere.statusCode()).isEqualTo(202);
        assertThat(id(elsewhere)).isNotEqualTo(id(answers.getFirst()));
        Response anotherUser = analyst("keys")
                .auth()
                .oauth2(TestTokens.token("keys", "ben", "analyst"))
                .header("Idempotency-Key", "one")
                .body(spec(2))
                .post("/analytics/jobs");
        assertThat(anotherUser.statusCode()).isEqualTo(202);
    }

    @Test
    void oneKeyWithManyBodiesMakesOneJob() throws InterruptedException, ExecutionException {
        AtomicInteger number = new AtomicInteger(10);
        List<Response> answers = atOnce(50, () -> {
            int body = number.incrementAndGet();
            return taken(() -> submit("bodies", spec(body), "one"));
        });
        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsEntry(202, 1L)
                .containsEntry(422, 49L);
        assertThat(rows("SELECT count(*) FROM jobs.analytics_jobs WHERE tenant_id = 'bodies'"))
                .containsExactly("1");
    }

    @Test
    void keysAreForgottenAfterADay() {
        Response first = submit("day", spec(1), "one");
        JobCalls.execute(
                "UPDATE jobs.idempotency_keys SET created_at = created_at - interval '25 hours' WHERE tenant_id = 'day'");
        Response second = submit("day", spec(2), "one");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(second.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void oneSpecIsOneActiveJob() throws InterruptedException, ExecutionException {
        List<Response> answers = atOnce(200, () -> taken(() -> submit("specs", spec(1))));
        Set<String> ids = answers.stream().map(JobCalls::id).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                .hasSize(1);
        assertThat(rows("SELECT state FROM jobs.analytics_jobs WHERE tenant_id = 'specs'"))
                .containsExactly("queued");
        assertThat(rows("SELECT seq FROM jobs.job_events WHERE tenant_id = 'specs'"))
                .containsExactly("1");
    }

    @Test
    void cancelAndCompletionAgree() throws InterruptedException, ExecutionException {
        int cancelled = 0;
        for (int round = 0; round < 100; round++) {
            String job = id(submit("races", spec(round + 1)));
            JobCalls.claim(job);
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = atOnce(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? analyst("races").delete("/analytics/jobs/" + job).statusCode()
                            : JobCalls.complete(job));
            String end = rows("SELECT state FROM jobs.analytics_jobs WHERE job_id = '%s'".formatted(job))
                    .getFirst();
            int answer = Math.max(answers.get(0), answers.get(1));
            assertThat(end).as("DELETE said %d", answer).isEqualTo(answer == 409 ? "completed" : "cancelled");
            cancelled += answer == 409 ? 0 : 1;
            assertThat(rows("SELECT count(*) FROM jobs.job_transitions WHERE job_id = '%s'".formatted(job)))
                    .containsExactly("3");
        }
        assertThat(cancelled).as("both ends were seen").isBetween(1, 99);
    }

    @Test
    void cancelAndClaimAgree() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 100; round++) {
            String job = id(submit("claims", spec(round + 1)));
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = atOnce(2, () -> {
                if (turn.getAndIncrement() == 0) {
                    return analyst("claims").delete("/analytics/jobs/" + job).statusCode();
                }
                JobCalls.claim(job);
                return 0;
            });
            String end = rows("SELECT state FROM jobs.analytics_jobs WHERE job_id = '%s'".formatted(job))
                    .getFirst();
            int answer = Math.max(answers.get(0), answers.get(1));
            assertThat(end).as("DELETE said %d", answer).isEqualTo(answer == 200 ? "cancelled" : "running");
        }
    }

    @Test
    void everyJobHasItsEventAndEveryEventItsJob() throws InterruptedException, ExecutionException {
        AtomicInteger number = new AtomicInteger();
        atOnce(50, () -> {
            int body = 1 + number.getAndIncrement() % 40;
            return taken(() -> submit("atomic", spec(body)));
        });
        assertThat(rows("""
                SELECT j.job_id FROM jobs.analytics_jobs j FULL JOIN jobs.job_events e USING (tenant_id, job_id)
                WHERE tenant_id = 'atomic' AND (j.job_id IS NULL OR e.job_id IS NULL OR e.seq <> 1 OR j.event_seq <> 1)""")).isEmpty();
        assertThat(rows("SELECT count(*) FROM jobs.analytics_jobs WHERE tenant_id = 'atomic'"))
                .containsExactly("40");
    }
}
