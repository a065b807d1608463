package io.plumbline.jobs.submission;

import io.plumbline.jobs.job.JobSubmit;
import io.plumbline.jobs.job.Priority;
import io.plumbline.jobs.job.SubmissionReader;
import io.plumbline.jobs.job.Submitted;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Refusals refusals;
    private final SubmissionConfig config;

    SubmissionConsumer(SubmissionTokens tokens, JobSubmit jobs, Refusals refusals, SubmissionConfig config) {
        this.tokens = tokens;
        this.jobs = jobs;
        this.refusals = refusals;
        this.config = config;
    }

    @Incoming("jobs-submit")
    public Uni<Void> consume(Message<byte[]> message) {
        SubmittedRecord submitted = record(message);
        return patiently(() -> tokens.verify(submitted.token()))
                .onItemOrFailure()
                .transformToUni((caller, failure) -> failure == null
                        ? submit(message, submitted, caller)
                        : refusals.refuse(message, submitted, Optional.empty(), failure));
    }

    private Uni<Void> submit(Message<byte[]> message, SubmittedRecord submitted, Caller caller) {
        return patiently(() -> submit(submitted, caller))
                .onItemOrFailure()
                .transformToUni((_, failure) -> failure == null
                        ? Uni.createFrom().completionStage(message::ack)
                        : refusals.refuse(message, submitted, Optional.of(caller.tenant()), failure));
    }

    private Uni<Submitted> submit(SubmittedRecord submitted, Caller caller) {
        var origin = submitted.origin();
        MDC.put(LogContext.REQUEST_ID, origin.requestId());
        MDC.put(LogContext.TENANT_ID, caller.tenant().slug());
        MDC.put(LogContext.USER_ID, caller.user());
        return jobs.submit(
                SubmissionTokens.requireSubmitter(caller),
                SubmissionReader.read(submitted.body()),
                Optional.of(submitted.key()),
                Priority.LOW,
                origin);
    }

    /** Again and again while it fails by what passes. */
    private <T> Uni<T> patiently(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .<T>deferred(work)
                .onFailure(Refusals::passes)
                .invoke(failure -> LOG.warnf("A submitted record waits: %s", failure.getMessage()))
                .onFailure(Refusals::passes)
                .retry()
                .withBackOff(config.retryAfter(), config.retryAtMost())
                .indefinitely();
    }

    private static SubmittedRecord record(Message<byte[]> message) {
        var metadata = message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        @SuppressWarnings("unchecked")
        var record = ((IncomingKafkaRecordMetadata<?, byte[]>) metadata).getRecord();
        return new SubmittedRecord(record);
    }
}
