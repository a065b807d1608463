package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.JobTable.changes;
import static io.plumbline.jobs.work.JobTable.get;
import static io.plumbline.jobs.work.JobTable.pause;
import static io.plumbline.jobs.work.JobTable.put;
import static io.plumbline.jobs.work.JobTable.putClaimed;
import static io.plumbline.jobs.work.JobTable.rows;
import static io.plumbline.jobs.work.JobTable.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.jobs.result.ResultPage;
import io.plumbline.jobs.result.ResultRepository;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever comes at the same moment, one writes, and all of it or nothing. */
@QuarkusTest
@WithTestResource(QueryStand.class)
class OneWriterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ResultPage PAGE = new ResultPage(0, 0, 1, Buffer.buffer("x"));
    private static final EndRepository.Sum SUM = new EndRepository.Sum(1, 1, 1, new JsonObject());
    private static final String SPEC = "{\"rows\": 1, \"key\": \"one-writer\"}";

    @Inject
    LeaseRepository leases;

    @Inject
    EndRepository ends;

    @Inject
    TenantTransaction transactions;

    @Test
    void oneOfManyGetsAJob() throws InterruptedException, ExecutionException {
        Tenant tenant = Tenant.of("claims");
        for (int round = 0; round < 5; round++) {
            UUID job = put(
                    "claims", "high", "{\"rows\": 1, \"wait_ms\": 500, \"key\": \"%s\"}".formatted(UUID.randomUUID()));
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> claims = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    claims.add(threads.submit(() -> {
                        start.await();
                        return await(leases.claim(tenant, job, "test")).isPresent();
                    }));
                }
                start.countDown();
            }
            int taken = 0;
            for (Future<Boolean> claim : claims) {
                taken += claim.get() ? 1 : 0;
            }
            // The service itself may have been the first.
            assertThat(taken).isLessThanOrEqualTo(1);
            assertThat(changes(job).stream().filter(change -> change.startsWith("queued running claimed")))
                    .hasSize(Integer.parseInt(get(job, "attempt")));
        }
    }

    @Test
    void aJobThatCannotBeTakenIsInNobodysWay() {
        UUID broken = put("broken", "high", SPEC);
        update(
                "INSERT INTO jobs.job_events (tenant_id, job_id, seq, kind, data) VALUES ('broken', ?::uuid, 1, 'queued', '{}')",
                broken.toString());
        List<UUID> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(put("behind", "high", "{\"rows\": 1, \"key\": \"%s\"}".formatted(UUID.randomUUID())));
        }
        others.forEach(job -> JobTable.await(job, "completed", PATIENCE));
        update("DELETE FROM jobs.analytics_jobs WHERE job_id = ?::uuid", broken.toString());
    }

    @Test
    void whatIsToEndNeitherCompletesNorWaitsAgain() {
        Claim claim = putClaimed("ending", SPEC, 4);
        update(
                "UPDATE jobs.analytics_jobs SET cancel_requested_at = clock_timestamp() WHERE job_id = ?::uuid",
                id(claim));
        assertThat(await(ends.complete(claim, Optional.of(PAGE), SUM))).isFalse();
        assertThat(await(ends.retry(claim, "x", "x", Duration.ZERO))).isFalse();
        assertThat(await(ends.release(claim))).isFalse();
        assertThat(await(ends.cancel(claim))).isTrue();
        assertThat(get(claim.job(), "state")).isEqualTo("cancelled");
        assertThat(pages(claim)).isEmpty();
    }

    @Test
    void whoseJobIsAnothersByNowWritesNothing() {
        Claim claim = putClaimed("fenced", SPEC, 4);
        update(
                "UPDATE jobs.analytics_jobs SET fence = fence + 2, leased_by = 'another', attempt = attempt + 1"
                        + " WHERE job_id = ?::uuid",
                id(claim));
        String columns = "concat_ws(' ', state, leased_by, fence, attempt, lease_until, event_seq)";
        String others = get(claim.job(), columns);
        assertThat(others).startsWith("running another 3 2");
        assertThat(await(leases.renew(claim))).isEmpty();
        assertThat(await(leases.look(claim))).isEmpty();
        assertThat(await(ends.keep(claim, PAGE))).isFalse();
        assertThat(await(ends.complete(claim, Optional.empty(), SUM))).isFalse();
        assertThat(await(ends.fail(claim, "failed", "x", "x"))).isFalse();
        assertThat(await(ends.retry(claim, "x", "x", Duration.ZERO))).isFalse();
        assertThat(await(ends.postpone(claim, "x", "x", Duration.ZERO))).isFalse();
        assertThat(await(ends.release(claim))).isFalse();
        assertThat(await(ends.cancel(claim))).isFalse();
        assertThat(get(claim.job(), columns)).isEqualTo(others);
        assertThat(pages(claim)).isEmpty();
        update("DELETE FROM jobs.analytics_jobs WHERE job_id = ?::uuid", id(claim));
    }

    @Test
    void theResultIsThereWholeOrNotAtAll() {
        Claim claim = putClaimed("whole", SPEC, 1);
        // What watchers would be told can't be written.
        update("ALTER TABLE jobs.outbox ADD CONSTRAINT test_refuses CHECK (tenant_id <> 'whole') NOT VALID");
        try {
            assertThatThrownBy(() -> await(ends.complete(claim, Optional.of(PAGE), SUM)))
                    .isNotNull();
            assertThat(get(claim.job(), "concat_ws(' ', state, fence, result_rows, event_seq)"))
                    .isEqualTo("running 1 0");
            assertThat(pages(claim)).isEmpty();
        } finally {
            update("ALTER TABLE jobs.outbox DROP CONSTRAINT test_refuses");
        }
        assertThat(await(leases.renew(claim))).contains(false);
        assertThat(await(ends.complete(claim, Optional.of(PAGE), SUM))).isTrue();
        assertThat(pages(claim)).containsExactly("0");
    }

    @Test
    void aTakeoverWaitsForAPageThatIsBeingKept() throws ExecutionException, InterruptedException {
        Claim claim = putClaimed("pages", SPEC, 1);
        Tenant tenant = claim.caller().tenant();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<Void> inserted = new CompletableFuture<>();
        CompletableFuture<Boolean> kept = transactions
                .run(
                        Caller.system(tenant, "test"),
                        Mode.READ_WRITE,
                        PATIENCE,
                        connection -> ResultRepository.insert(connection, tenant, claim.job(), claim.fence(), PAGE)
                                .invoke(_ -> inserted.complete(null))
                                .call(() -> Uni.createFrom().completionStage(goOn)))
                .subscribeAsCompletionStage();
        inserted.get();
        while (!get(claim.job(), "lease_until < clock_timestamp()").equals("t")) {
            pause(50);
        }
        CompletableFuture<Boolean> over =
                leases.takeOver(tenant, claim.job(), claim.fence()).subscribeAsCompletionStage();
        pause(300);
        goOn.complete(null);
        assertThat(kept.get()).isTrue();
        over.get();
        JobTable.await(claim.job(), "failed", PATIENCE);
        assertThat(changes(claim.job()).getLast()).isEqualTo("running failed worker_lost 1");
        assertThat(pages(claim)).isEmpty();
    }

    private static List<String> pages(Claim claim) {
        return rows("SELECT page FROM jobs.job_results WHERE job_id = '%s'".formatted(claim.job()));
    }

    private static String id(Claim claim) {
        return claim.job().toString();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
