package io.plumbline.query.freshness;

import io.plumbline.spec.tenant.Tenant;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is known of one tenant's data version. Callers at the same time share one read; a read that began before news of a
 * change is no answer for those who ask after the news.
 */
final class KnownVersion {
    private final Tenant tenant;
    private CompletableFuture<Long> known;
    private CompletableFuture<Long> running;
    private boolean sure;
    private long readAt;

    KnownVersion(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * @param read the present version; starts reading when called
     * @param changed is told where it is another one than before
     */
    synchronized CompletableFuture<Long> load(
            Duration lasts, Supplier<CompletableFuture<Long>> read, Consumer<DataChanged> changed) {
        long now = System.nanoTime();
        if (sure && now - readAt < lasts.toNanos()) {
            return known;
        }
        if (running == null) {
            CompletableFuture<Long> look = read.get();
            running = look;
            var unused = look.whenComplete((version, _) -> {
                if (settle(look, version, now)) {
                    changed.accept(new DataChanged(tenant));
                }
            });
            return look;
        }
        return running;
    }

    /** What is known may be outdated. */
    synchronized void doubt() {
        sure = false;
        running = null;
    }

    /** @return whether the version is another one than before */
    private synchronized boolean settle(CompletableFuture<Long> look, Long version, long askedAt) {
        if (running != look) {
            return false;
        }
        running = null;
        if (version == null) {
            return false;
        }
        boolean another = known != null && !known.join().equals(version);
        known = look;
        sure = true;
        readAt = askedAt;
        return another;
    }
}
