package io.plumbline.spec.tenant;

import io.plumbline.spec.trace.Steps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One transaction's work and how to stop it. PostgreSQL cancels whatever the connection runs when the request reaches
 * it, so the connection is kept until no request is under way that could hit the next borrower's statement.
 */
final class RunningWork {
    private static final Logger LOG = Logger.getLogger(RunningWork.class);
    /** A request that arrives between two statements stops nothing: it is repeated until the work has ended. */
    private static final Duration REPEAT = Duration.ofMillis(250);

    private final PoolMeter meter;
    private final CancelRequests cancels;
    private final long asked = System.nanoTime();
    private final Steps.Step wait = Steps.begin("pool");
    private boolean waiting = true;
    private SqlConnection connection;
    private boolean started;
    private boolean cancelled;
    private boolean ended;
    private Cancellable requests;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    RunningWork(PoolMeter meter, CancelRequests cancels) {
        this.meter = meter;
        this.cancels = cancels;
        meter.asked();
    }

    <T> Uni<T> start(SqlConnection borrowed, Supplier<Uni<T>> work) {
        synchronized (this) {
            if (cancelled || !waiting) {
                return Uni.createFrom().failure(new CancellationException());
            }
            waiting = false;
            connection = borrowed;
            started = true;
        }
        wait.end(false);
        meter.borrowed(Duration.ofNanos(System.nanoTime() - asked));
        return work.get()
                .onItemOrFailure()
                .call((_, _) -> end())
                .onTermination()
                .invoke(meter::gaveBack);
    }

    /** No longer waits for a connection; does nothing where it had one. */
    synchronized void leave(boolean refused) {
        if (waiting) {
            waiting = false;
            wait.end(true);
            meter.leftWithout(refused);
        }
    }

    /** Whether a connection was had: a failure before that is one of the pool or the server. */
    synchronized boolean started() {
        return started;
    }

    /** Stops the statement in the database; before the start, lets the work never begin. */
    synchronized void cancel() {
        cancelled = true;
        leave(false);
        if (connection == null) {
            return;
        }
        PgConnection target = PgConnection.cast(connection);
        requests = Multi.createFrom()
                .ticks()
                .every(REPEAT)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> request(target))
                .subscribe()
                .with(_ -> {});
    }

    private synchronized Uni<Void> request(PgConnection target) {
        if (ended) {
            return Uni.createFrom().voidItem();
        }
        underWay = cancels.send(target)
                .onFailure()
                .invoke(failure -> LOG.debug("cancel request not sent, or not known to have arrived", failure))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
        return untilArrived();
    }

    // Of a copy, because whoever stops waiting cancels the stage, and the request is under way all the same.
    private Uni<Void> untilArrived() {
        return Uni.createFrom().completionStage(underWay.copy());
    }

    private synchronized Uni<Void> end() {
        if (!cancelled) {
            // From here on a cancellation comes too late, and must not reach the next borrower.
            connection = null;
            return Uni.createFrom().voidItem();
        }
        ended = true;
        requests.cancel();
        return untilArrived();
    }
}
