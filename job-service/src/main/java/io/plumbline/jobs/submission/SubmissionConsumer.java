package io.plumbline.jobs.submission;

import io.plumbline.jobs.job.JobSubmit;
import io.plumbline.jobs.job.Priority;
import io.plumbline.jobs.job.SubmissionReader;
import io.plumbline.jobs.job.Submitted;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Makes jobs of records, one after the other. A record is acknowledged once its job is durable or its refusal is; while the
 * database or query-service is away it is tried again and those behind it wait.
 */
@ApplicationScoped
public class SubmissionConsumer {
    private static final Logger LOG = Logger.getLogger(SubmissionConsumer.class);

    private final SubmissionTokens tokens;
    private final JobSubmit jobs;
    private final SubmissionConfig config;

    SubmissionConsumer(SubmissionTokens tokens, JobSubmit jobs, SubmissionConfig config) {
        this.tokens = tokens;
        this.jobs = jobs;
        this.config = config;
    }

    @Incoming("jobs-submit")
    public Uni<Void> consume(Message<byte[]> message) {
        return submit(message)
                .onItem()
                .transformToUni(_ -> Uni.createFrom().completionStage(message::ack))
                .onFailure()
                .recoverWithUni(failure -> refuse(message, failure));
    }

    private Uni<Submitted> submit(Message<byte[]> message) {
        return Uni.createFrom()
                .deferred(() -> {
                    var metadata = message.getMetadata(IncomingKafkaRecordMetadata.class)
                            .orElseThrow();
                    @SuppressWarnings("unchecked")
                    var submitted =
                            new SubmittedRecord(((IncomingKafkaRecordMetadata<?, byte[]>) metadata).getRecord());
                    return submit(submitted);
                })
                .onFailure(SubmissionConsumer::passes)
                .invoke(failure -> LOG.warnf("A submitted record waits: %s", failure.getMessage()))
                .onFailure(SubmissionConsumer::passes)
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely();
    }

    private Uni<Submitted> submit(SubmittedRecord submitted) {
        var origin = submitted.origin();
        MDC.put(LogContext.REQUEST_ID, origin.requestId());
        return tokens.verify(submitted.token()).flatMap(caller -> {
            tell(caller);
            return jobs.submit(
                    caller,
                    SubmissionReader.read(submitted.body()),
                    Optional.of(submitted.key()),
                    Priority.LOW,
                    origin);
        });
    }

    private static void tell(Caller caller) {
        MDC.put(LogContext.TENANT_ID, caller.tenant().slug());
        MDC.put(LogContext.USER_ID, caller.user());
    }

    /** Whether time mends it. */
    private static boolean passes(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type().kind() == ProblemType.Kind.DEPENDENCY
                        || problem.type().status() == 503
                        || problem.type().status() == 504);
    }

    private static Uni<Void> refuse(Message<byte[]> message, Throwable failure) {
        RefusedSubmission reason = switch (failure) {
            case RefusedSubmission refused -> refused;
            case ProblemException problem -> RefusedSubmission.of(problem);
            default -> {
                LOG.error("A submitted record could not be handled", failure);
                yield new RefusedSubmission(
                        "internal_error", "Something went wrong on our side; nothing was submitted.");
            }
        };
        LOG.warnf("A submitted record is a dead letter: %s", reason.getMessage());
        return Uni.createFrom().completionStage(() -> message.nack(reason));
    }
}
