package io.plumbline.query.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;

/** One piece of work and all who wait for it. When the last of them leaves, the work is cancelled. */
final class Flight<T> {
    private final CompletableFuture<T> landing = new CompletableFuture<>();
    private Cancellable work;
    private int riders;
    private boolean over;

    /** Whether there is still a seat. */
    synchronized boolean board() {
        if (!over) {
            riders++;
        }
        return !over;
    }

    void start(Uni<T> uni, Runnable landed) {
        Cancellable started = uni.subscribe()
                .with(
                        item -> {
                            close(landed);
                            landing.complete(item);
                        },
                        failure -> {
                            close(landed);
                            landing.completeExceptionally(failure);
                        });
        boolean left;
        synchronized (this) {
            work = started;
            left = riders == 0;
        }
        if (left) {
            started.cancel();
        }
    }

    /** The result for one who boarded. */
    Uni<T> ride(Runnable abandoned) {
        // A copy, because a cancelled Uni cancels its stage.
        return Uni.createFrom().completionStage(landing.copy()).onTermination().invoke(() -> leave(abandoned));
    }

    private void leave(Runnable abandoned) {
        Cancellable cancelled = null;
        synchronized (this) {
            riders--;
            if (riders == 0 && !over) {
                over = true;
                cancelled = work;
                abandoned.run();
            }
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    private synchronized void close(Runnable landed) {
        over = true;
        landed.run();
    }
}
