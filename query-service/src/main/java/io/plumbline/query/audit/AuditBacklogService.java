package io.plumbline.query.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes what nobody waits for, a tenant's share at a time. */
@ApplicationScoped
public class AuditBacklogService {
    private static final Logger LOG = Logger.getLogger(AuditBacklogService.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String WRITER = "audit";

    private final TenantTransaction transaction;
    private final AuditRepository audit;
    private final AuditConfig config;
    private final AuditBacklog backlog;
    private final Counter lost;
    private volatile Cancellable turns = () -> {};

    AuditBacklogService(
            TenantTransaction transaction, AuditRepository audit, AuditConfig config, MeterRegistry registry) {
        this.transaction = transaction;
        this.audit = audit;
        this.config = config;
        this.backlog = new AuditBacklog(config.mostWaiting());
        this.lost = Counter.builder("audit_lost")
                .description("Outcomes and cache hits that the audit misses because the database was away for too long")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        turns = Multi.createFrom()
                .ticks()
                .every(config.writeEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> write())
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("The audit's backlog is no longer written", failure));
    }

    /** Writes what is left. */
    void stop(@Observes ShutdownEvent event) {
        turns.cancel();
        write().ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    void add(AuditRecord entry) {
        lost.increment(backlog.add(entry));
    }

    /** Never fails: what could not be written waits for the next turn. */
    Uni<Void> write() {
        return Multi.createFrom()
                .iterable(backlog.take())
                .onItem()
                .transformToUniAndConcatenate(this::write)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> write(AuditBacklog.Share share) {
        return transaction
                .run(
                        Caller.system(share.tenant(), WRITER),
                        Mode.READ_WRITE,
                        LIMIT,
                        connection -> Uni.join()
                                .all(List.of(
                                        audit.recordHits(connection, share.tenant(), share.hits()),
                                        audit.conclude(connection, share.tenant(), share.outcomes())))
                                .andFailFast()
                                .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The audit of %s can't be written now: %s",
                        share.tenant().slug(), failure))
                .onFailure()
                .invoke(() -> lost.increment(backlog.putBack(share)))
                .onFailure()
                .recoverWithNull();
    }
}
