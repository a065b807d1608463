package io.plumbline.catalog.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.catalog.http.Preconditions;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Writes several metrics of a tenant. Each is checked and tried as if it were sent alone, on top of those before it; what
 * is refused changes nothing, and the rest is written together.
 */
@Singleton
public final class BatchService {
    private final TenantCatalogs catalogs;
    private final Trials trials;

    BatchService(TenantCatalogs catalogs, Trials trials) {
        this.catalogs = catalogs;
        this.trials = trials;
    }

    /**
     * What became of it.
     *
     * @param catalog the tenant's catalog afterwards; with a dry run, as it would be
     * @param outcomes in the order of the definitions
     */
    public record Result(TenantCatalog catalog, List<Outcome> outcomes) {}

    /**
     * @param catalog that the definitions were read for
     * @param definitions as callers of the API send them; without a version they get the next one. What is made of
     *     others comes after them.
     * @return fails with a {@link ProblemException} where nothing could be written: 412 where another change came first, 503
     *     where no trial can be made
     */
    public Uni<Result> submit(WriteRequest request, TenantCatalog catalog, List<ObjectNode> definitions) {
        Preconditions.check(request.ifMatch(), catalog.catalog().version());
        Executor turns = turns();
        Uni<Batch> batch = Uni.createFrom().item(Batch.of(catalog));
        for (ObjectNode definition : definitions) {
            batch = batch.emitOn(turns).flatMap(before -> add(request, before, definition));
        }
        return batch.flatMap(whole -> request.dryRun() || whole.changes().isEmpty()
                ? Uni.createFrom().item(new Result(whole.catalog(), whole.outcomes()))
                : write(request, catalog, whole));
    }

    /** Each definition takes its own turn on the event loop, so that a long file keeps no other request waiting. */
    private static Executor turns() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }

    private Uni<Batch> add(WriteRequest request, Batch batch, ObjectNode definition) {
        Arriving arriving = Arriving.of(batch.catalog().catalog(), definition);
        return arriving.present()
                .map(known -> Uni.createFrom().item(batch.with(new Outcome.Unchanged(known))))
                .orElseGet(() -> propose(request, batch, arriving)
                        .onFailure(BatchService::isRefusal)
                        .recoverWithItem(failure -> batch.with(refused((ProblemException) failure))));
    }

    private Uni<Batch> propose(WriteRequest request, Batch batch, Arriving arriving) {
        return Uni.createFrom().deferred(() -> {
            Proposal proposal = NewVersion.propose(batch.catalog(), MetricBody.read(arriving.definition(), null));
            return trials.attempt(request, batch.catalog(), proposal).map(_ -> batch.with(proposal));
        });
    }

    private Uni<Result> write(WriteRequest request, TenantCatalog checked, Batch batch) {
        return catalogs.write(request.caller(), checked, batch.catalog().part(), batch.changes())
                .map(written -> new Result(written.orElseThrow(LifecycleService::busy), batch.outcomes()));
    }

    /** A neighbour that is away says nothing on the definition. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() instanceof CatalogProblem;
    }

    private static Outcome refused(ProblemException problem) {
        return new Outcome.Refused(
                problem.errors().isEmpty()
                        ? List.of(FieldError.of("", problem.type().code(), problem.getMessage()))
                        : problem.errors());
    }
}
