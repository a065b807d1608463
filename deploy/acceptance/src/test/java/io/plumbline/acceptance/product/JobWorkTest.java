package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Jobs of the packaged product, in several processes that are killed, stopped and ended. The order saves starts: who is frozen
 * lives on, and is ended next.
 */
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobWorkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TENANT = "demo";
    /** The workers of one process. */
    private static final int WORKERS = 4;

    private final Product product;
    private HeldIssues issues;
    private JobService second;
    private int limit = 10;

    JobWorkTest(Product product) {
        this.product = product;
    }

    @BeforeAll
    void stretchPatience() {
        issues = new HeldIssues(product.database());
    }

    @AfterAll
    void restorePatience() {
        if (second != null) {
            second.close();
        }
        issues.close();
    }

    @Test
    @Order(1)
    void aJobHasTheRowsOfARun() {
        String spec = """
                {"measures":[{"name":"created"},{"name":"cycle_time"}],"dimensions":["project_key","issue_type"],"limit":1000}""";
        String job = submit(spec);
        awaitCompleted(List.of(job));
        JsonNode result = product.get(
                        "/analytics/jobs/" + job + "/result", product.tokens().viewer(TENANT))
                .json();
        JsonNode run = product.post("/analytics/run", product.tokens().viewer(TENANT), spec)
                .json();
        assertThat(result.at("/data/results")).isNotEmpty().isEqualTo(run.at("/data/results"));
        assertThat(result.at("/meta/spec_hash")).isEqualTo(run.at("/meta/spec_hash"));
    }

    @Test
    @Order(2)
    void endingAJobFreesTheDatabase() throws SQLException {
        try (Connection lock = issues.lock()) {
            String job = submit(nextSpec());
            Waiting.until(PATIENCE, () -> issues.waiting() == 1);
            String token = product.tokens().admin(TENANT);
            assertThat(product.call("DELETE", "/analytics/jobs/" + job, token, null)
                            .status())
                    .isLessThan(300);
            Waiting.until(PATIENCE, () -> issues.waiting() == 0);
            Waiting.until(PATIENCE, () -> state(job).equals("cancelled"));
            lock.rollback();
        }
    }

    /** It is not asked to: whoever kills it leaves it no time. */
    @Test
    @Order(5)
    void jobsOfAProcessThatIsKilledAreDoneOnce() throws SQLException {
        startSecond();
        List<String> jobs;
        List<String> lost;
        try (Connection lock = issues.lock()) {
            jobs = submitForBoth();
            lost = jobsOf(second, jobs);
            second.signal("KILL");
            // The statements of the dead end without anybody's doing.
            Waiting.until(PATIENCE, () -> issues.waiting() <= WORKERS);
            lock.rollback();
        }
        awaitCompleted(jobs);
        assertThat(lost).hasSize(WORKERS).allMatch(changedBy("lease_expired"));
        assertThat(changes(jobs, "completed")).isEqualTo(jobs.size());
    }

    @Test
    @Order(3)
    void aProcessThatWasFrozenIsFencedOff() throws SQLException {
        startSecond();
        List<String> jobs;
        List<String> lost;
        try (Connection lock = issues.lock()) {
            jobs = submitForBoth();
            lost = jobsOf(second, jobs);
            second.signal("STOP");
            lock.rollback();
        }
        awaitCompleted(jobs);
        second.signal("CONT");
        Waiting.until(PATIENCE, () -> second.counter("plumbline_jobs_fenced_total") >= WORKERS);
        assertThat(lost).hasSize(WORKERS).allMatch(changedBy("lease_expired"));
        assertThat(changes(jobs, "completed")).isEqualTo(jobs.size());
        assertThat(issues.text("""
                SELECT count(*) FROM jobs.job_results r JOIN jobs.analytics_jobs j USING (tenant_id, job_id)
                WHERE r.fence <> j.result_fence AND j.state = 'completed'""")).isEqualTo("0");
    }

    @Test
    @Order(4)
    void aProcessThatEndsLetsItsJobsAndItsWatchersGo() throws SQLException {
        startSecond();
        List<String> jobs;
        List<String> released;
        try (Connection lock = issues.lock()) {
            jobs = submitForBoth();
            released = jobsOf(second, jobs);
            String watched = released.getFirst();
            try (Watcher before = watch(second, watched)) {
                second.signal("TERM");
                Waiting.until(PATIENCE, before::isOver);
                assertThat(before.lastWord()).isEqualTo("reconnect");
                lock.rollback();
                assertThat(goOn(watched, before.ids())).isEqualTo(numbersOf(watched));
            }
            assertThat(second.hasEnded(PATIENCE)).isTrue();
        }
        awaitCompleted(jobs);
        assertThat(released).hasSize(WORKERS).allMatch(changedBy("released"));
        assertThat(issues.text("SELECT max(attempt) FROM jobs.analytics_jobs WHERE job_id IN (" + list(released) + ")"))
                .isEqualTo("1");
    }

    /** Another process, unless there is one. */
    private void startSecond() {
        if (second == null || !second.isAlive()) {
            second = JobService.start(product);
        }
    }

    /** Watches a job that runs, and has heard that it does. */
    private Watcher watch(JobService service, String job) {
        Watcher watcher = new Watcher(service.address(), job, product.tokens().viewer(TENANT), 0);
        Waiting.until(PATIENCE, () -> watcher.ids().size() >= 2);
        return watcher;
    }

    /** What was heard before and, at the other instance, behind it until the end. */
    private List<Long> goOn(String job, List<Long> heard) {
        List<Long> all = new ArrayList<>(heard);
        String token = product.tokens().viewer(TENANT);
        try (Watcher after = new Watcher(JobService.first(product), job, token, heard.getLast())) {
            Waiting.until(PATIENCE, after::isOver);
            assertThat(after.lastWord()).isEqualTo("end");
            all.addAll(after.ids());
        }
        return all;
    }

    private List<Long> numbersOf(String job) {
        long last =
                Long.parseLong(issues.text("SELECT event_seq FROM jobs.analytics_jobs WHERE job_id = '" + job + "'"));
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** As many as two processes have workers, all at their statements. */
    private List<String> submitForBoth() {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 2 * WORKERS; i++) {
            jobs.add(submit(nextSpec()));
        }
        Waiting.until(PATIENCE, () -> issues.waiting() == jobs.size());
        return jobs;
    }

    private List<String> jobsOf(JobService service, List<String> jobs) {
        return List.of(issues.text("""
                SELECT string_agg(job_id::text, ',') FROM jobs.analytics_jobs
                WHERE state = 'running' AND leased_by LIKE '%%/%d/%%' AND job_id IN (%s)""".formatted(service.pid(), list(jobs))).split(","));
    }

    /** Each is another job. */
    private String nextSpec() {
        return "{\"measures\":[{\"name\":\"created\"}],\"dimensions\":[\"issue_type\"],\"limit\":%d}"
                .formatted(limit++);
    }

    private String submit(String spec) {
        Reply reply = product.post("/analytics/jobs", product.tokens().admin(TENANT), "{\"spec\":" + spec + "}");
        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        return reply.json().at("/data/id").asText();
    }

    private void awaitCompleted(List<String> jobs) {
        jobs.forEach(job -> Waiting.until(PATIENCE, () -> state(job).equals("completed")));
    }

    private String state(String job) {
        return product.get("/analytics/jobs/" + job, product.tokens().viewer(TENANT))
                .json()
                .at("/data/state")
                .asText();
    }

    private Predicate<String> changedBy(String cause) {
        return job -> changes(List.of(job), cause) >= 1;
    }

    private int changes(List<String> jobs, String cause) {
        return Integer.parseInt(
                issues.text("SELECT count(*) FROM jobs.job_transitions WHERE cause = '%s' AND job_id IN (%s)"
                        .formatted(cause, list(jobs))));
    }

    private static String list(List<String> jobs) {
        return "'" + String.join("','", jobs) + "'";
    }
}
