package io.plumbline.jobs.progress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/** What past runs let expect of the present one. Runs that it has outlasted already say nothing more about it. */
public record Expectation(List<PastRun> runs) {
    private static final Expectation NONE = new Expectation(List.of());

    public Expectation {
        runs = List.copyOf(runs);
    }

    /** There were no such runs. */
    public static Expectation none() {
        return NONE;
    }

    /** The median of what the runs that took longer still had before them; empty where none took longer. */
    Optional<Duration> remaining(Duration elapsed) {
        OptionalDouble median = median(
                runs.stream().mapToDouble(run -> run.took().toNanos()).filter(nanos -> nanos > elapsed.toNanos()));
        return median.isPresent()
                ? Optional.of(Duration.ofNanos(Math.round(median.getAsDouble()) - elapsed.toNanos()))
                : Optional.empty();
    }

    /** How many rows the result may have, at least as many as are there; empty where no run had more. */
    OptionalLong rows(long present) {
        OptionalDouble median = median(runs.stream().mapToDouble(PastRun::rows).filter(rows -> rows > present));
        return median.isPresent() ? OptionalLong.of(Math.round(median.getAsDouble())) : OptionalLong.empty();
    }

    private static OptionalDouble median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
