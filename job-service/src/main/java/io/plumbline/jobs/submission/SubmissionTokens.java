package io.plumbline.jobs.submission;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.RecordCallers;
import io.plumbline.spec.tenant.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** Who submits a record. */
@ApplicationScoped
public class SubmissionTokens {
    private final RecordCallers callers;

    SubmissionTokens(RecordCallers callers) {
        this.callers = callers;
    }

    /** @return whose token it is; fails with a {@link RefusedSubmission} where it is not valid */
    Uni<Caller> verify(String token) {
        return Uni.createFrom()
                .item(() -> callers.find(token).orElseThrow(SubmissionTokens::invalid))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** @throws RefusedSubmission where the caller's roles submit no jobs */
    static Caller requireSubmitter(Caller caller) {
        if (!caller.roles().contains(Roles.ANALYST) && !caller.roles().contains(Roles.ADMIN)) {
            throw new RefusedSubmission(
                    "forbidden", "Jobs are submitted with the role analyst or admin; the token has neither.");
        }
        return caller;
    }

    private static RefusedSubmission invalid() {
        return new RefusedSubmission(
                "unauthorized", "The access token is not valid: expired, of another issuer, or without a tenant.");
    }
}
