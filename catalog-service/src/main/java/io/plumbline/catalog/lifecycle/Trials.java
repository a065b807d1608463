package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.trial.TrialClient;
import io.plumbline.catalog.trial.TrialSet;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Tries what is proposed on the tenant's data. */
@Singleton
final class Trials {
    private static final TrialResult NOTHING_TRIED = new TrialResult(List.of(), 0);

    private final TrialClient client;

    Trials(TrialClient client) {
        this.client = client;
    }

    /**
     * @param catalog that the proposal starts from
     * @return fails with a {@link ProblemException} where the trial finds a fault, or can't be made (503)
     */
    Uni<TrialResult> attempt(WriteRequest request, TenantCatalog catalog, Proposal proposal) {
        if (proposal.tried() == null) {
            return Uni.createFrom().item(NOTHING_TRIED);
        }
        TrialRequest trial = TrialSet.of(
                catalog.with(proposal.tried()).catalog().metrics(),
                proposal.subject(),
                metric -> !proposal.tried().versionsOf(metric.name()).isEmpty());
        return client.attempt(trial, request.token()).invoke(result -> TrialFaults.refuse(result, proposal.subject()));
    }
}
