package io.plumbline.jobs.submission;

import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * What becomes of records that no job is made of. Where the token proves whose it is, the tenant has the record among its dead
 * letters, and may replay it; otherwise it is nobody's, and stands in the topic of dead letters alone.
 */
@ApplicationScoped
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final DeadLetters letters;
    private final SubmissionConfig config;

    Refusals(DeadLetters letters, SubmissionConfig config) {
        this.letters = letters;
        this.config = config;
    }

    /** Whether time mends it. */
    static boolean passes(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type().kind() == ProblemType.Kind.DEPENDENCY
                        || problem.type().status() == 503
                        || problem.type().status() == 504);
    }

    /** What a failure that does not pass means to the submitter. */
    static RefusedSubmission reason(Throwable failure) {
        return switch (failure) {
            case RefusedSubmission refused -> refused;
            case ProblemException problem -> RefusedSubmission.of(problem);
            default -> {
                LOG.error("A submitted record could not be handled", failure);
                yield new RefusedSubmission(
                        "internal_error", "Something went wrong on our side; nothing was submitted.");
            }
        };
    }

    /**
     * Ends when the refusal is durable and the record acknowledged.
     *
     * @param tenant whose record it is; empty where nothing proves that
     */
    Uni<Void> refuse(Message<byte[]> message, SubmittedRecord submitted, Optional<Tenant> tenant, Throwable failure) {
        RefusedSubmission reason = reason(failure);
        LOG.warnf("A submitted record is a dead letter: %s", reason.getMessage());
        return tenant.map(known -> keep(known, submitted, reason)
                        .chain(() -> Uni.createFrom().completionStage(message::ack)))
                .orElseGet(() -> Uni.createFrom().completionStage(() -> message.nack(reason)));
    }

    /** Until it is kept: a record that was not must not be acknowledged, and the next ones need the same database. */
    private Uni<Void> keep(Tenant tenant, SubmittedRecord submitted, RefusedSubmission reason) {
        return Uni.createFrom()
                .deferred(() -> letters.record(tenant, submitted.letter(reason)))
                .onFailure()
                .invoke(fault -> LOG.warnf("A refused record waits: %s", fault.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely()
                .replaceWithVoid();
    }
}
