package io.plumbline.query.run;

import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries rows from a transaction that goes on to an answer that has begun. */
final class Transfer {
    private static final Logger LOG = Logger.getLogger(Transfer.class);

    private final UniEmitter<? super StreamedRows> opened;
    private final String traceId = LogContext.traceId();
    private volatile StreamedRows rows;
    private volatile Cancellable running;

    Transfer(UniEmitter<? super StreamedRows> opened) {
        this.opened = opened;
    }

    /** Runs the transaction; where the caller goes before the answer begins, it is cancelled. */
    void run(Uni<Long> transaction) {
        running = transaction.subscribe().with(_ -> end(), this::fail);
        opened.onTermination(() -> {
            if (rows == null) {
                running.cancel();
            }
        });
    }

    /** Begins the answer with its first page and hands on all others; ends with the number of rows. */
    Uni<Long> begin(StreamedRows begun, List<List<Object>> first, RowPages pages) {
        rows = begun;
        // The database may take long over the next page: it stops when nobody waits for it any more.
        begun.whenGone(this::stop);
        opened.complete(begun);
        return begun.head().flatMap(_ -> rest(first, pages)).map(_ -> begun.written());
    }

    private Uni<Void> rest(List<List<Object>> page, RowPages pages) {
        return rows.rows(page)
                .flatMap(_ -> pages.hasMore()
                        ? pages.next().flatMap(next -> rest(next, pages))
                        : Uni.createFrom().voidItem());
    }

    private void stop() {
        Cancellable transaction = running;
        if (transaction != null) {
            transaction.cancel();
        }
    }

    private void end() {
        rows.end().subscribe().with(_ -> {}, this::fail);
    }

    private void fail(Throwable failure) {
        if (rows == null) {
            opened.fail(failure);
            return;
        }
        LOG.infof("An answer broke off: %s", failure.getCause() == null ? failure : failure.getCause());
        ProblemException problem =
                failure instanceof ProblemException known ? known : DatabaseFaults.toProblem(failure);
        rows.breakOff(problem, traceId).subscribe().with(_ -> {}, broken -> LOG.debug("the caller is gone", broken));
    }
}
