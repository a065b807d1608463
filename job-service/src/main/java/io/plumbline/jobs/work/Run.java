package io.plumbline.jobs.work;

import io.plumbline.jobs.progress.Expectation;
import io.plumbline.jobs.progress.Progress;
import io.plumbline.jobs.progress.ProgressTracker;
import io.plumbline.jobs.progress.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One attempt at a job that is under way: what the worker does, and what others need to look after it. */
final class Run {
    private static final Logger LOG = Logger.getLogger(Run.class);

    private final Claim claim;
    private final ProgressTracker progress;
    private Stage stage = Stage.STARTING;
    private Stop stop;
    private Closeable source;
    private volatile long headway = System.nanoTime();
    private volatile long rows;

    Run(Claim claim, Expectation expectation) {
        this.claim = claim;
        this.progress = new ProgressTracker(expectation, claim.progress());
    }

    Claim claim() {
        return claim;
    }

    /** How far it is now. */
    Progress progress() {
        return progress.rows(rows);
    }

    /** The worker comes to another stage. */
    synchronized void enter(Stage next) {
        stage = next;
        headway = System.nanoTime();
        progress.enter(next);
    }

    /** The worker has got so many rows. */
    void rows(long total) {
        rows = total;
        headway = System.nanoTime();
    }

    /** How long the worker has come no further with rows; zero where it is not at rows. */
    synchronized Duration standstill() {
        return stage == Stage.READING || stage == Stage.SAVING
                ? Duration.ofNanos(System.nanoTime() - headway)
                : Duration.ZERO;
    }

    /**
     * What to close so that the worker comes back.
     *
     * @throws StoppedException where the run was stopped already
     */
    synchronized void from(Closeable rows) {
        source = rows;
        if (stop != null) {
            close();
            throw new StoppedException();
        }
    }

    /** Ends the run; the first reason counts. */
    synchronized void stop(Stop why) {
        if (stop == null) {
            stop = why;
            close();
        }
    }

    /** Why the run was ended from outside; empty where it was not. */
    synchronized Optional<Stop> stopped() {
        return Optional.ofNullable(stop);
    }

    /** @throws StoppedException where the run was stopped */
    synchronized void check() {
        if (stop != null) {
            throw new StoppedException();
        }
    }

    private void close() {
        if (source == null) {
            return;
        }
        try {
            source.close();
        } catch (IOException e) {
            LOG.debugf(e, "job %s: the rows were not closed cleanly", claim.job());
        }
    }
}
