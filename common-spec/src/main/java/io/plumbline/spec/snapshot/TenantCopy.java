package io.plumbline.spec.snapshot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One tenant's catalog and how sure we are of it. Callers at the same time share one look at the source; a look that
 * began before news of a change is no answer for those who ask after the news.
 */
final class TenantCopy {
    private VersionedCatalog known;
    private boolean sure;
    private long lookedAt;
    private CompletableFuture<VersionedCatalog> running;

    /**
     * @param read the catalog that the source gives, which may be the known one (null: none); empty where it is away
     * @return null where none was ever read
     */
    synchronized CompletableFuture<VersionedCatalog> load(
            Duration lasts, Function<VersionedCatalog, CompletionStage<Optional<VersionedCatalog>>> read) {
        if (known != null && sure && System.nanoTime() - lookedAt < lasts.toNanos()) {
            return CompletableFuture.completedFuture(known);
        }
        if (running != null) {
            return running;
        }
        var look = new CompletableFuture<VersionedCatalog>();
        running = look;
        VersionedCatalog before = known;
        read.apply(before).whenComplete((found, failure) -> {
            boolean away = failure != null || found.isEmpty();
            look.complete(settle(look, away ? before : found.get()));
        });
        return look;
    }

    /** The known catalog may be outdated: the next use looks at the source. */
    synchronized void doubt() {
        sure = false;
        running = null;
    }

    private synchronized VersionedCatalog settle(CompletableFuture<VersionedCatalog> look, VersionedCatalog present) {
        if (running == look) {
            running = null;
            known = present;
            // An absent source is not asked again by every call: the known catalog is as good as it gets.
            sure = true;
            lookedAt = System.nanoTime();
        }
        return present;
    }
}
