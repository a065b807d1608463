package io.plumbline.query.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plumbline.query.audit.AuditEntry;
import io.plumbline.query.audit.AuditOutcome;
import io.plumbline.query.audit.AuditService;
import io.plumbline.query.audit.Outcome;
import io.plumbline.query.retention.TimedIds;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.plumbline.spec.trace.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps receipts and finds them again. */
@ApplicationScoped
public class ReceiptService {
    private static final Logger LOG = Logger.getLogger(ReceiptService.class);

    private final TenantTransaction transaction;
    private final ReceiptRepository receipts;
    private final AuditService audit;
    private final ReceiptConfig config;
    private final MeterRegistry registry;
    private final Clock clock = Clock.systemUTC();

    ReceiptService(
            TenantTransaction transaction,
            ReceiptRepository receipts,
            AuditService audit,
            ReceiptConfig config,
            MeterRegistry registry) {
        this.transaction = transaction;
        this.receipts = receipts;
        this.audit = audit;
        this.config = config;
        this.registry = registry;
    }

    /**
     * Keeps a receipt, and tells the audit that its answer went well, by one statement right after the transaction that
     * read the rows.
     *
     * @return its id; empty, and never a failure, where the database does not take it in time: the answer is right without it
     */
    public Uni<Optional<UUID>> keep(Caller caller, Receipt receipt, AuditEntry entry) {
        return Steps.time("receipt", () -> {
            Timer.Sample sample = Timer.start(registry);
            return transaction
                    .call(config.writeTimeout(), connection -> write(connection, caller, receipt, entry))
                    .map(_ -> Optional.of(receipt.id()))
                    .onItem()
                    .invoke(_ -> record(sample, "kept"))
                    .onFailure()
                    .invoke(failure -> lost(sample, failure))
                    // The audit can wait for the database; a caller can not.
                    .onFailure()
                    .invoke(() -> audit.conclude(AuditOutcome.of(entry, Outcome.OK, receipt.rowCount(), null)))
                    .onCancellation()
                    .invoke(() -> audit.conclude(AuditOutcome.of(entry, Outcome.CANCELLED, 0, null)))
                    .onFailure()
                    .recoverWithItem(Optional.empty());
        });
    }

    private Uni<Void> write(SqlConnection connection, Caller caller, Receipt receipt, AuditEntry entry) {
        AuditOutcome outcome = AuditOutcome.of(entry, Outcome.OK, receipt.rowCount(), receipt.id());
        return receipts.keep(connection, caller.tenant(), receipt, outcome);
    }

    /**
     * The caller's tenant's receipt.
     *
     * @return fails with {@code not_found} (404) where there is none, whatever the reason
     */
    public Uni<Receipt> load(String id, Caller caller) {
        return TimedIds.read(id)
                .filter(this::isYoung)
                .map(known -> find(known, caller))
                .orElseGet(() -> Uni.createFrom().failure(unknown()));
    }

    /** Whether a receipt made then can still be shown. */
    private boolean isYoung(UUID id) {
        Duration age = Duration.between(TimedIds.time(id), clock.instant());
        return age.compareTo(config.retention()) < 0;
    }

    private Uni<Receipt> find(UUID id, Caller caller) {
        return transaction
                .run(
                        caller,
                        Mode.READ_ONLY,
                        config.writeTimeout(),
                        connection -> receipts.find(connection, caller.tenant(), id))
                .map(found -> found.orElseThrow(ReceiptService::unknown));
    }

    private void lost(Timer.Sample sample, Throwable failure) {
        record(sample, "lost");
        LOG.warn("A receipt could not be kept; its answer goes out without one", failure);
    }

    private void record(Timer.Sample sample, String outcome) {
        sample.stop(Timer.builder("receipt_write")
                .description("Time that keeping a receipt held its answer up, by how it ended")
                .tag("outcome", outcome)
                .register(registry));
    }

    private static ProblemException unknown() {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "There is no such receipt. Ids stand in the `meta.receipt` of answers and are kept for a limited time.");
    }
}
