package io.plumbline.query.run;

import io.plumbline.query.receipt.RunningHash;
import io.plumbline.spec.format.RowFormat;
import io.plumbline.spec.http.ResponseBody;
import io.plumbline.spec.http.StreamedAnswer;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** An answer whose rows go out while they are read. It begins when the framework gives it the response to write to. */
public final class StreamedRows implements StreamedAnswer {
    /** The framework begins the response at once, unless the caller has gone. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(5);

    private final RowFormat format;
    private final RowFormat.Heading heading;
    private final Stopwatch watch;
    private final Duration patience;
    private final CompletableFuture<ResponseBody> body = new CompletableFuture<>();
    private final RunningHash hash = new RunningHash();
    private volatile boolean isBroken;
    private long written;

    /**
     * An answer that has not begun.
     *
     * @param patience the longest that the caller may take nothing of it
     */
    StreamedRows(RowFormat format, RowFormat.Heading heading, Stopwatch watch, Duration patience) {
        this.format = format;
        this.heading = heading;
        this.watch = watch;
        this.patience = patience;
    }

    RowFormat.Heading heading() {
        return heading;
    }

    /** Whether the document itself tells what the rows were made of. */
    boolean tellsMeta() {
        return format.tellsMeta();
    }

    /** Gives it the body to write to. Where it comes too late, the rows are gone. */
    @Override
    public void start(ResponseBody begun) {
        if (!body.complete(begun)) {
            begun.cut();
        }
    }

    /** Does something where the caller goes before the end. */
    void whenGone(Runnable action) {
        var unused = body.thenAccept(begun -> begun.whenGone(action));
    }

    /** Writes what comes before the rows. */
    Uni<Void> head() {
        return Uni.createFrom()
                .completionStage(body)
                .ifNoItem()
                .after(START_PATIENCE)
                .fail()
                .flatMap(_ -> write(format.head(heading)));
    }

    /** Writes a page; ends when the caller has taken it. */
    Uni<Void> rows(List<List<Object>> page) {
        if (isBroken) {
            return Uni.createFrom().failure(new CancellationException("the answer has ended"));
        }
        page.forEach(row -> hash.add(shown(row)));
        written += page.size();
        return write(format.rows(page));
    }

    /** How many rows were written so far. */
    long written() {
        return written;
    }

    /** Ends the document. */
    Uni<Void> end() {
        return write(format.end(new RowFormat.Ending(written, hash.end(), watch.millis())))
                .invoke(() -> body.join().end());
    }

    /** Ends it so that nobody takes it for whole. */
    Uni<Void> breakOff(ProblemException failure, String traceId) {
        isBroken = true;
        // Not begun, or given up waiting for it: there is nothing to write to.
        if (!body.isDone() || body.isCompletedExceptionally()) {
            return Uni.createFrom().voidItem();
        }
        ResponseBody begun = body.join();
        byte[] last = format.broken(Problem.of(failure, traceId));
        if (last.length == 0) {
            return Uni.createFrom().voidItem().invoke(begun::cut);
        }
        return write(last).invoke(begun::end).onFailure().invoke(begun::cut);
    }

    private Uni<Void> write(byte[] piece) {
        return body.join().write(piece, patience);
    }

    private Map<String, Object> shown(List<Object> row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int i = 0; i < heading.columns().size(); i++) {
            if (heading.columns().get(i).isShown()) {
                shown.put(heading.columns().get(i).name(), row.get(i));
            }
        }
        return shown;
    }
}
