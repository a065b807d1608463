package io.plumbline.query.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Lets a tenant have a share of the connections, so that one who asks for much leaves some to the others. */
@ApplicationScoped
public class TenantBulkhead {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int share;
    private final int mostWaiting;
    private final Duration patience;
    private final Counter refused;
    private final Map<Tenant, Queue> queues = new HashMap<>();

    TenantBulkhead(QueryConfig config, MeterRegistry registry) {
        this.share = config.tenantTransactions();
        this.mostWaiting = config.tenantWaiting();
        this.patience = config.tenantPatience();
        this.refused = Counter.builder("tenant_refused")
                .description("Requests refused because their tenant had its share of the connections")
                .register(registry);
    }

    /** What a tenant has and who waits for it. */
    private static final class Queue {
        private int taken;
        private final Deque<Waiter> waiting = new ArrayDeque<>();
    }

    /** Somebody who waits; goes on in the context of the request that waits, not of the one that leaves. */
    private static final class Waiter {
        private final Context context = Vertx.currentContext();
        private UniEmitter<? super Void> emitter;
        private boolean admitted;

        void goOn() {
            if (context == null) {
                emitter.complete(null);
            } else {
                context.runOnContext(_ -> emitter.complete(null));
            }
        }
    }

    /** Runs the work once the tenant has room for it; fails with {@code overloaded} (503) where it gets none in time. */
    <T> Uni<T> admit(Tenant tenant, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Uni<T> inside = Uni.createFrom().deferred(work::get).onTermination().invoke(() -> leave(tenant));
            return enter(tenant) ? inside : await(tenant).chain(() -> inside);
        });
    }

    private synchronized boolean enter(Tenant tenant) {
        Queue queue = queues.computeIfAbsent(tenant, _ -> new Queue());
        if (queue.taken >= share) {
            return false;
        }
        queue.taken++;
        return true;
    }

    private Uni<Void> await(Tenant tenant) {
        Waiter waiter = new Waiter();
        return Uni.createFrom()
                .<Void>emitter(emitter -> join(tenant, waiter, emitter))
                .ifNoItem()
                .after(patience)
                .failWith(TenantBulkhead::overloaded)
                .onFailure()
                .invoke(_ -> {
                    refused.increment();
                    giveUp(tenant, waiter);
                })
                .onCancellation()
                .invoke(() -> giveUp(tenant, waiter));
    }

    private void join(Tenant tenant, Waiter waiter, UniEmitter<? super Void> emitter) {
        waiter.emitter = emitter;
        synchronized (this) {
            Queue queue = queues.computeIfAbsent(tenant, _ -> new Queue());
            if (queue.taken < share) {
                queue.taken++;
                waiter.admitted = true;
            } else if (queue.waiting.size() < mostWaiting) {
                queue.waiting.addLast(waiter);
                return;
            }
        }
        if (waiter.admitted) {
            emitter.complete(null);
        } else {
            emitter.fail(overloaded());
        }
    }

    /** Hands the place to whoever waits longest. */
    private void leave(Tenant tenant) {
        Waiter next;
        synchronized (this) {
            Queue queue = queues.get(tenant);
            next = queue.waiting.pollFirst();
            if (next == null) {
                queue.taken--;
                if (queue.taken == 0) {
                    queues.remove(tenant);
                }
                return;
            }
            next.admitted = true;
        }
        next.goOn();
    }

    /** Whoever was let in at the very moment of giving up leaves again. */
    private void giveUp(Tenant tenant, Waiter waiter) {
        synchronized (this) {
            Queue queue = queues.get(tenant);
            if ((queue != null && queue.waiting.remove(waiter)) || !waiter.admitted) {
                return;
            }
        }
        leave(tenant);
    }

    private static ProblemException overloaded() {
        return new ProblemException(
                        CommonProblem.OVERLOADED,
                        "Your tenant asks for as much at once as it may. Try again in a moment, or ask for less at a time.")
                .withRetryAfter(RETRY_AFTER);
    }
}
