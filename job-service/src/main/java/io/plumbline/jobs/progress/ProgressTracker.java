package io.plumbline.jobs.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Follows one run of a job and says how far it is. The fraction never goes back, also not below where an earlier run of
 * the same job had come. May be used by several threads.
 */
public final class ProgressTracker {
    /** A run without equals comes half through a stage in about this time. */
    private static final double TYPICAL_NANOS = 20e9;
    /** The same for rows. */
    private static final double TYPICAL_ROWS = 10_000;
    /** Up to here a share counts as it is; what exceeds the expectation comes ever closer to the whole. */
    private static final double KNEE = 0.9;
    /** A rate of rows is known from so much time on. */
    private static final long RATE_NANOS = 500_000_000;

    private final Expectation expectation;
    private final LongSupplier clock;
    private final long began;
    private Stage stage = Stage.STARTING;
    private long stageBegan;
    private long rows;
    private double fraction;

    /**
     * A run that begins now.
     *
     * @param floor the fraction that the job shows already
     */
    public ProgressTracker(Expectation expectation, double floor) {
        this(expectation, floor, System::nanoTime);
    }

    ProgressTracker(Expectation expectation, double floor, LongSupplier clock) {
        this.expectation = expectation;
        this.clock = clock;
        this.began = clock.getAsLong();
        this.stageBegan = began;
        this.fraction = Math.clamp(floor, 0, Stage.SAVING.end());
    }

    /** The run comes to another stage. Earlier stages are not gone back to. */
    public synchronized Progress enter(Stage next) {
        if (next.compareTo(stage) > 0) {
            stage = next;
            stageBegan = clock.getAsLong();
        }
        return look();
    }

    /**
     * Rows were read.
     *
     * @param total all of this run so far
     */
    public synchronized Progress rows(long total) {
        rows = Math.max(rows, total);
        return look();
    }

    /** How far it is now. */
    public synchronized Progress look() {
        if (stage == Stage.DONE) {
            fraction = 1;
            return new Progress(1, stage, rows, Optional.of(Duration.ZERO));
        }
        Optional<Duration> remaining = remaining();
        fraction = Math.max(fraction, Math.min(present(remaining), Stage.SAVING.end()));
        return new Progress(fraction, stage, rows, remaining);
    }

    /** By time where it is known how long the run will take, else by stages. */
    private double present(Optional<Duration> remaining) {
        double byStage = stage.begin() + (stage.end() - stage.begin()) * shareOfStage();
        if (remaining.isEmpty()) {
            return byStage;
        }
        double elapsed = elapsed();
        return elapsed / (elapsed + Math.max(1, remaining.get().toNanos()));
    }

    private double shareOfStage() {
        double byTime = approach((clock.getAsLong() - stageBegan) / TYPICAL_NANOS);
        if (stage != Stage.READING) {
            return byTime;
        }
        OptionalLong expected = expectation.rows(rows);
        return expected.isPresent() ? soft((double) rows / expected.getAsLong()) : approach(rows / TYPICAL_ROWS);
    }

    private Optional<Duration> remaining() {
        long reading = clock.getAsLong() - stageBegan;
        OptionalLong expected = expectation.rows(rows);
        if (stage == Stage.READING && rows > 0 && reading >= RATE_NANOS && expected.isPresent()) {
            return Optional.of(Duration.ofNanos(Math.round((double) (expected.getAsLong() - rows) / rows * reading)));
        }
        return expectation.remaining(Duration.ofNanos(elapsed()));
    }

    private long elapsed() {
        return clock.getAsLong() - began;
    }

    /** 0 at 0, a half at 1, ever closer to 1. */
    private static double approach(double x) {
        return x / (x + 1);
    }

    private static double soft(double share) {
        return share <= KNEE ? share : 1 - (1 - KNEE) * Math.exp(-(share - KNEE) / (1 - KNEE));
    }
}
