package io.plumbline.jobs.outbox;

import io.plumbline.jobs.outbox.OutboxRepository.Handled;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, tenant by tenant. Several processes may do so: each batch is locked. Without a broker rows
 * wait, and nothing else does.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutboxRepository outbox;
    private final OutboxPublisher publisher;
    private final OutboxMeter meter;
    private final OutboxConfig config;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-relay").factory());
    private Duration pause;

    OutboxRelay(OutboxRepository outbox, OutboxPublisher publisher, OutboxMeter meter, OutboxConfig config) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.meter = meter;
        this.config = config;
        this.pause = config.every();
    }

    void start(@Observes StartupEvent event) {
        next();
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    private void next() {
        try {
            var unused = turns.schedule(this::turn, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: the rest waits for the next start", e);
        }
    }

    private void turn() {
        try {
            if (relayAll()) {
                came();
            } else {
                wentAway("the broker does not take what it is given");
            }
        } catch (RuntimeException e) {
            wentAway(e.getMessage());
        } finally {
            next();
        }
    }

    /** @return false where the broker or a topic is away */
    private boolean relayAll() {
        boolean there = true;
        for (Tenant tenant : outbox.waiting().await().atMost(PATIENCE)) {
            Handled last = relay(tenant);
            if (last.published().away()) {
                there = false;
                if (last.published().ids().isEmpty()) {
                    // Nothing got through: the others would fare alike.
                    return false;
                }
            }
        }
        return there;
    }

    /** Batch by batch; what a topic refuses stays and is in nobody's way. */
    private Handled relay(Tenant tenant) {
        Duration patience = config.deliveryTimeout().multipliedBy(4);
        while (true) {
            Handled handled = outbox.relay(tenant, this::publish).await().atMost(patience);
            meter.published(handled.published().ids().size());
            if (!handled.isWhole() || handled.records() < config.batch()) {
                return handled;
            }
        }
    }

    private Uni<Published> publish(List<OutboxRecord> batch) {
        return Uni.createFrom()
                .item(() -> publisher.publish(batch))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void came() {
        if (pause.compareTo(config.every()) > 0) {
            LOG.info("The outbox is being published again");
        }
        pause = config.every();
    }

    private void wentAway(String why) {
        if (turns.isShutdown()) {
            return;
        }
        if (pause.equals(config.every())) {
            LOG.warnf("The outbox is not published just now, its records wait: %s", why);
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.pauseAtMost()) > 0 ? config.pauseAtMost() : doubled;
    }
}
