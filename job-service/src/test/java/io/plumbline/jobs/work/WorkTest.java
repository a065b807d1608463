package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.JobTable.await;
import static io.plumbline.jobs.work.JobTable.changes;
import static io.plumbline.jobs.work.JobTable.get;
import static io.plumbline.jobs.work.JobTable.pause;
import static io.plumbline.jobs.work.JobTable.put;
import static io.plumbline.jobs.work.JobTable.putClaimed;
import static io.plumbline.jobs.work.JobTable.rows;
import static io.plumbline.jobs.work.JobTable.update;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.jobs.progress.Expectation;
import io.plumbline.jobs.result.ResultPage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What becomes of jobs, whatever happens to their workers. The lease is 3 seconds here. */
@QuarkusTest
@WithTestResource(QueryStand.class)
class WorkTest {
    /** However slow the machine is. What must come sooner than something else is made so that the other takes longer. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    LeaseRepository leases;

    @Inject
    EndRepository ends;

    @Inject
    Attempts attempts;

    @Inject
    WorkConfig config;

    @Inject
    MeterRegistry meters;

    @Test
    void completesAJobOnce() {
        UUID job = put("acme", "high", spec("'rows': 2500"));
        await(job, "completed", SOON);
        assertThat(changes(job))
                .containsExactly("- queued submitted 0", "queued running claimed 1", "running completed completed 1");
        assertThat(get(job, "concat_ws(' ', result_rows, result_pages, progress, stage, rows_so_far, lease_until)"))
                .isEqualTo("2500 3 1 done 2500");
        assertThat(rows("SELECT row_count FROM jobs.job_results WHERE job_id = '%s' ORDER BY page".formatted(job)))
                .containsExactly("1000", "1000", "500");
        assertThat(events(job).getFirst()).isEqualTo("started");
        assertThat(events(job).getLast()).isEqualTo("completed");
    }

    @Test
    void asksInTheNameOfWhoSubmitted() {
        UUID job = put("acme", "high", spec("'key': 'named'"));
        await(job, "completed", SOON);
        assertThat(seen("named").getString("request")).isEqualTo("req-1");
        assertThat(seen("named").getString("delegation")).contains(".");
    }

    @Test
    void completesAJobWithoutRows() {
        UUID job = put("acme", "low", spec("'rows': 0"));
        await(job, "completed", SOON);
        assertThat(get(job, "concat_ws(' ', result_rows, result_pages, result_bytes)"))
                .isEqualTo("0 0 0");
    }

    @Test
    void triesAgainWhatPasses() {
        UUID job = put("acme", "high", spec("'status': 503, 'times': 2"));
        await(job, "completed", SOON);
        assertThat(changes(job))
                .containsExactly(
                        "- queued submitted 0",
                        "queued running claimed 1",
                        "running queued retry 1",
                        "queued running claimed 2",
                        "running queued retry 2",
                        "queued running claimed 3",
                        "running completed completed 3");
        assertThat(get(job, "error_code")).isEqualTo("null");
    }

    @Test
    void doesNotTryAgainWhatCannotSucceed() {
        for (String fault : List.of(
                "'status': 400, 'code': 'invalid_spec'",
                "'status': 403, 'code': 'forbidden'",
                "'status': 500, 'code': 'internal_error'",
                "'status': 504, 'code': 'timeout'")) {
            UUID job = put("acme", "high", spec(fault));
            await(job, "failed", SOON);
            assertThat(get(job, "attempt")).as(fault).isEqualTo("1");
            assertThat(fault).contains(get(job, "error_code"));
            assertThat(get(job, "error")).isEqualTo("So it is.");
        }
    }

    @Test
    void failsWhenTheAttemptsAreSpent() {
        UUID job = put("acme", "high", spec("'status': 503"));
        update("UPDATE jobs.analytics_jobs SET max_attempts = 2 WHERE job_id = ?::uuid", job.toString());
        await(job, "failed", SOON);
        assertThat(changes(job).getLast()).isEqualTo("running failed attempts_spent 2");
        assertThat(get(job, "error_code")).isEqualTo("unavailable");
    }

    @Test
    void anAttemptThatMetNobodyDoesNotCount() {
        Claim claim = putClaimed("postponed", spec("'rows': 1"), 4);
        assertThat(ends.postpone(claim, "unavailable", "Nobody is there.", Duration.ofMillis(100))
                        .await()
                        .atMost(SOON))
                .isTrue();
        await(claim.job(), "completed", SOON);
        assertThat(changes(claim.job()))
                .containsExactly(
                        "- queued submitted 0",
                        "queued running claimed 1",
                        "running queued postponed 0",
                        "queued running claimed 1",
                        "running completed completed 1");
        assertThat(events(claim.job())).contains("retrying");
    }

    @Test
    void takesNoPartOfAnAnswerThatBrokeOff() {
        UUID job = put("acme", "high", spec("'rows': 3000, 'breaks_at': 2200, 'times': 1"));
        await(job, "completed", SOON);
        assertThat(get(job, "attempt")).isEqualTo("2");
        assertThat(rows(
                        "SELECT count(DISTINCT fence) || ' ' || sum(row_count) FROM jobs.job_results WHERE job_id = '%s'"
                                .formatted(job)))
                .containsExactly("1 3000");
    }

    @Test
    void givesUpRowsThatComeNoFurther() {
        UUID job = put("acme", "high", spec("'rows': 3, 'drip_ms': 60000, 'key': 'stalls'"));
        await(job, "running", SOON);
        Instant end = Instant.now().plus(SOON);
        while (changes(job).stream().noneMatch("running queued retry 1"::equals)
                && Instant.now().isBefore(end)) {
            pause(50);
        }
        assertThat(changes(job)).contains("running queued retry 1");
        assertThat(get(job, "cancel_requested_at IS NULL")).isEqualTo("t");
        update(
                "UPDATE jobs.analytics_jobs SET state = 'cancelled', lease_until = NULL WHERE job_id = ?::uuid AND state = 'queued'",
                job.toString());
    }

    @Test
    void endsARunningJob() {
        UUID job = put("acme", "high", spec("'rows': 20000, 'drip_ms': 5, 'key': 'cancelled'"));
        await(job, "running", SOON);
        pause(300);
        update(
                "UPDATE jobs.analytics_jobs SET cancel_requested_at = clock_timestamp() WHERE job_id = ?::uuid",
                job.toString());
        await(job, "cancelled", SOON);
        Instant end = Instant.now().plus(SOON);
        while (seen("cancelled").getInt("left") == 0 && Instant.now().isBefore(end)) {
            pause(50);
        }
        assertThat(seen("cancelled").getInt("left"))
                .as("the query is left alone")
                .isEqualTo(1);
        assertThat(rows("SELECT page FROM jobs.job_results WHERE job_id = '%s'".formatted(job)))
                .isEmpty();
        assertThat(events(job).getLast()).isEqualTo("cancelled");
    }

    @Test
    void endsAJobWhoseQueryHasGivenNoRowYet() {
        UUID job = put("acme", "high", spec("'wait_ms': 60000"));
        await(job, "running", SOON);
        update(
                "UPDATE jobs.analytics_jobs SET cancel_requested_at = clock_timestamp() WHERE job_id = ?::uuid",
                job.toString());
        await(job, "cancelled", SOON);
    }

    @Test
    void takesAJobOverWhoseWorkerIsDeadAndFencesItOff() {
        Instant claimed = Instant.now();
        Claim dead = putClaimed("takeover", spec("'rows': 1500"), 4);
        assertThat(ends.keep(dead, new ResultPage(0, 0, 1, Buffer.buffer("x")))
                        .await()
                        .atMost(SOON))
                .isTrue();
        await(dead.job(), "completed", SOON);
        assertThat(Duration.between(claimed, Instant.now())).isGreaterThanOrEqualTo(config.lease());
        assertThat(changes(dead.job()))
                .containsExactly(
                        "- queued submitted 0",
                        "queued running claimed 1",
                        "running queued lease_expired 1",
                        "queued running claimed 2",
                        "running completed completed 2");
        // It comes back, and can change nothing: neither while the other works nor after the end.
        assertThat(ends.keep(dead, new ResultPage(1, 1, 1, Buffer.buffer("x")))
                        .await()
                        .atMost(SOON))
                .isFalse();
        assertThat(ends.complete(dead, Optional.empty(), new EndRepository.Sum(1, 1, 1, new JsonObject()))
                        .await()
                        .atMost(SOON))
                .isFalse();
        assertThat(ends.fail(dead, "x", "x", "x").await().atMost(SOON)).isFalse();
        assertThat(ends.release(dead).await().atMost(SOON)).isFalse();
        assertThat(leases.renew(dead).await().atMost(SOON)).isEmpty();
        assertThat(get(dead.job(), "concat_ws(' ', state, result_rows, attempt)"))
                .isEqualTo("completed 1500 2");
        assertThat(rows("SELECT DISTINCT fence FROM jobs.job_results WHERE job_id = '%s'".formatted(dead.job())))
                .containsExactly(get(dead.job(), "result_fence"));
        assertThat(meters.counter("plumbline.jobs.takeovers").count()).isPositive();
    }

    @Test
    void fencesOffAWorkerThatWasFrozen() {
        double before = meters.counter("plumbline.jobs.fenced").count();
        UUID job = put("frozen", "high", spec("'rows': 3000, 'drip_ms': 1, 'key': 'frozen'"));
        await(job, "running", SOON);
        // As after SIGCONT: its lease was over long ago, and somebody else has the job.
        update(
                "UPDATE jobs.analytics_jobs SET fence = fence + 2, leased_by = 'another', attempt = attempt + 1 WHERE job_id = ?::uuid",
                job.toString());
        Instant end = Instant.now().plus(SOON);
        while (meters.counter("plumbline.jobs.fenced").count() == before
                && Instant.now().isBefore(end)) {
            pause(50);
        }
        assertThat(meters.counter("plumbline.jobs.fenced").count()).isGreaterThan(before);
        assertThat(get(job, "concat_ws(' ', state, leased_by)")).isEqualTo("running another");
        // The other one dies as well.
        await(job, "completed", SOON);
        assertThat(rows("SELECT sum(row_count) FROM jobs.job_results WHERE job_id = '%s'".formatted(job)))
                .containsExactly("3000");
    }

    @Test
    void takesALeaseThatIsTooFarAheadForOver() {
        Claim dead = putClaimed("future", spec("'rows': 1"), 4);
        update(
                "UPDATE jobs.analytics_jobs SET lease_until = clock_timestamp() + interval '1 hour' WHERE job_id = ?::uuid",
                dead.job().toString());
        await(dead.job(), "completed", SOON);
        assertThat(changes(dead.job())).contains("running queued lease_expired 1");
    }

    @Test
    void aJobThatKillsItsWorkersDoesNotKillAll() {
        UUID job = putClaimed("poison", spec("'rows': 1"), 1).job();
        await(job, "failed", SOON);
        assertThat(get(job, "concat_ws(' ', cause, error_code)")).isEqualTo("worker_lost worker_lost");
    }

    @Test
    void releasesWhatRunsAtTheEndWithoutChargingIt() {
        Claim claim = putClaimed("release", spec("'rows': 600, 'drip_ms': 5"), 4);
        UUID job = claim.job();
        Workers ending = new Workers(attempts, config);
        ending.start(new Run(claim, Expectation.none()));
        pause(300);
        ending.release();
        assertThat(ending.awaitEnd(SOON)).isTrue();
        assertThat(ending.free()).isZero();
        await(job, "completed", SOON);
        assertThat(changes(job))
                .containsExactly(
                        "- queued submitted 0",
                        "queued running claimed 1",
                        "running queued released 0",
                        "queued running claimed 1",
                        "running completed completed 1");
    }

    @Test
    void keepsTheLeaseOfALongJob() {
        UUID job = put("long", "high", spec("'rows': 400, 'drip_ms': 15"));
        await(job, "completed", Duration.ofSeconds(60));
        assertThat(get(job, "attempt")).isEqualTo("1");
        assertThat(Duration.between(
                        Instant.parse(get(job, "to_char(started_at, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")),
                        Instant.now()))
                .isGreaterThan(config.lease());
        assertThat(events(job)).contains("progress");
        assertThat(rows("SELECT (data->>'progress')::float8 FROM jobs.job_events WHERE job_id = '%s' ORDER BY seq"
                                .formatted(job))
                        .stream()
                        .map(Double::valueOf)
                        .toList())
                .isSorted();
    }

    @Test
    void completesAHundredJobsAtOnce() {
        List<UUID> jobs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            jobs.add(put("many-" + i % 5, i % 2 == 0 ? "high" : "low", spec("'rows': 1200")));
        }
        jobs.forEach(job -> await(job, "completed", Duration.ofSeconds(60)));
        assertThat(
                        rows(
                                "SELECT count(*) FROM jobs.job_transitions WHERE tenant_id LIKE 'many-%' AND to_state = 'completed'"))
                .containsExactly("100");
    }

    @Test
    void aTenantThatFloodsDoesNotMakeOthersWait() {
        for (int i = 0; i < 200; i++) {
            put("flood", "high", spec("'rows': 1, 'wait_ms': 200"));
        }
        pause(500);
        UUID other = put("patient", "high", spec("'rows': 1"));
        UUID batch = put("patient", "low", spec("'rows': 1"));
        await(other, "completed", SOON);
        await(batch, "completed", SOON);
        assertThat(rows("SELECT count(*) > 20 FROM jobs.analytics_jobs WHERE tenant_id = 'flood' AND state = 'queued'"))
                .containsExactly("t");
        update("UPDATE jobs.analytics_jobs SET state = 'cancelled' WHERE tenant_id = 'flood' AND state = 'queued'");
    }

    private static JsonPath seen(String key) {
        String stand = ConfigProvider.getConfig().getValue("test.query-stand", String.class);
        return given().get(stand + "/seen?" + key).jsonPath();
    }

    private static List<String> events(UUID job) {
        return rows("SELECT kind FROM jobs.job_events WHERE job_id = '%s' ORDER BY seq".formatted(job));
    }

    private static String spec(String members) {
        Map<String, String> key = members.contains("'key'") ? Map.of() : Map.of("'key'", "'" + UUID.randomUUID() + "'");
        String all = key.isEmpty() ? members : members + ", 'key': " + key.get("'key'");
        return "{" + all.replace('\'', '"') + "}";
    }
}
