package io.plumbline.query.context;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The Vert.x context of a request: its log members, its span and its thread. */
public final class CallerContext {
    private CallerContext() {}

    /** The same, going on in the context of whoever asks, wherever it was worked out. */
    public static <T> Uni<T> resume(Uni<T> uni) {
        Context context = Vertx.currentContext();
        return context == null ? uni : uni.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    /** Starts work for nobody in particular: without the log members and the span of the request that gave cause for it. */
    public static <T> CompletableFuture<T> start(Vertx vertx, Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(_ -> Uni.createFrom()
                        .deferred(work::get)
                        .subscribe()
                        .with(result::complete, result::completeExceptionally));
        return result;
    }
}
