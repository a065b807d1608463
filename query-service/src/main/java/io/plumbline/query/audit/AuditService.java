package io.plumbline.query.audit;

import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Writes the audit. */
@ApplicationScoped
public class AuditService {
    private final AuditRepository audit;
    private final AuditBacklogService backlog;

    AuditService(AuditRepository audit, AuditBacklogService backlog) {
        this.audit = audit;
        this.backlog = backlog;
    }

    /** Writes down what is about to be asked, as a transaction of its own. */
    Uni<Void> enter(SqlConnection connection, AuditEntry entry) {
        return audit.enter(connection, entry);
    }

    /** Fails, and with it the transaction, where the entry is not written. */
    Uni<Void> require(SqlConnection connection, AuditEntry entry) {
        return audit.require(connection, entry);
    }

    /** Tells an outcome soon; nobody waits for it. */
    public void conclude(AuditOutcome outcome) {
        backlog.add(outcome);
    }

    /**
     * Writes down soon that an answer came out of the cache; nobody waits for it.
     *
     * @param specHash of the spec that was asked
     * @param rows of the answer
     * @param took from the call to the answer
     */
    public void recordHit(Caller caller, String specHash, long rows, Duration took) {
        Purpose purpose = new Purpose(Kind.RUN, specHash, List.of());
        backlog.add(CacheHit.of(AuditEntry.of(caller, purpose, Duration.ZERO), rows, took));
    }
}
