package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.http.Preconditions;
import io.plumbline.catalog.metric.MetricView;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Checks a change whole, tries it on the tenant's data, then writes it. Where another change came in between, all is
 * checked again against the state that this one left.
 */
@Singleton
final class LifecycleService {
    private static final int ATTEMPTS = 3;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final TenantCatalogs catalogs;
    private final Trials trials;

    LifecycleService(TenantCatalogs catalogs, Trials trials) {
        this.catalogs = catalogs;
        this.trials = trials;
    }

    /** @param propose the change that the request means to a catalog; throws where it can't be */
    Uni<Envelope<WriteResult>> submit(WriteRequest request, Function<TenantCatalog, Proposal> propose) {
        return attempt(request, propose, ATTEMPTS);
    }

    private Uni<Envelope<WriteResult>> attempt(
            WriteRequest request, Function<TenantCatalog, Proposal> propose, int left) {
        return catalogs.load(request.caller()).flatMap(catalog -> {
            Preconditions.check(request.ifMatch(), catalog.catalog().version());
            Proposal proposal = propose.apply(catalog);
            return trials.attempt(request, catalog, proposal)
                    .flatMap(trial ->
                            request.dryRun() || proposal.change().changed().isEmpty()
                                    ? Uni.createFrom().item(answer(request, catalog, proposal, trial))
                                    : write(request, propose, left, catalog, proposal, trial));
        });
    }

    private Uni<Envelope<WriteResult>> write(
            WriteRequest request,
            Function<TenantCatalog, Proposal> propose,
            int left,
            TenantCatalog checked,
            Proposal proposal,
            TrialResult trial) {
        return catalogs.write(request.caller(), checked, proposal.next(), List.of(proposal.change()))
                .flatMap(written -> written.map(now -> Uni.createFrom().item(answer(request, now, proposal, trial)))
                        .orElseGet(() -> left > 1
                                ? attempt(request, propose, left - 1)
                                : Uni.createFrom().failure(busy())));
    }

    private static Envelope<WriteResult> answer(
            WriteRequest request, TenantCatalog catalog, Proposal proposal, TrialResult trial) {
        return Answers.of(
                catalog.catalog(),
                new WriteResult(
                        request.dryRun(),
                        proposal.change().action().wireName(),
                        MetricView.ofTenant(proposal.subject()),
                        proposal.differences(),
                        proposal.retired(),
                        trial.statements()));
    }

    static ProblemException busy() {
        return new ProblemException(
                        CommonProblem.CONFLICT, "Others change the catalog at the same time. Try again in a moment.")
                .withRetryAfter(RETRY);
    }
}
