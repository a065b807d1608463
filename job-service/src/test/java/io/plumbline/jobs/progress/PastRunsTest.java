package io.plumbline.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.stream.JobRows;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which past runs are learned from. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class PastRunsTest {
    @Inject
    PastRuns past;

    @Test
    void learnsFromTheTenantsLastTwentyCompletedRunsOfTheShape() {
        try (JobRows rows = new JobRows()) {
            IntStream.rangeClosed(1, 25).forEach(seconds -> run(rows, "past", "completed", 1, seconds));
            run(rows, "past", "failed", 1, 1_000);
            run(rows, "past", "completed", 2, 1_000);
            run(rows, "others", "completed", 1, 1_000);
        }
        Expectation found = load("past", "shape");
        assertThat(found.runs())
                .extracting(run -> run.took().toSeconds())
                .containsExactlyElementsOf(IntStream.rangeClosed(6, 25)
                        .mapToObj(seconds -> 31L - seconds)
                        .toList());
        assertThat(found.remaining(Duration.ZERO)).contains(Duration.ofMillis(15_500));
        assertThat(found.rows(0)).hasValue(155);
        assertThat(load("past", "another").runs()).isEmpty();
        assertThat(load("nobody", "shape").runs()).isEmpty();
    }

    private Expectation load(String tenant, String shape) {
        return past.of(Caller.system(new Tenant(tenant), "test"), shape).await().atMost(Duration.ofSeconds(10));
    }

    private static void run(JobRows rows, String tenant, String state, int attempt, int seconds) {
        UUID job = rows.queued(tenant);
        rows.end(tenant, job, state);
        rows.execute("""
                UPDATE jobs.analytics_jobs SET started_at = finished_at - make_interval(secs => ?), attempt = ?, result_rows = ?
                WHERE tenant_id = ? AND job_id = ?""", seconds, attempt, 10 * seconds, tenant, job);
        rows.commit();
    }
}
