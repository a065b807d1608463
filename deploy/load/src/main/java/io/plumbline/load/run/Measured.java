package io.plumbline.load.run;

import org.HdrHistogram.Histogram;

/**
 * What a closed loop saw.
 *
 * @param micros how long each call took
 * @param failures calls that failed; their times are not in the histogram
 */
record Measured(Histogram micros, long failures, double seconds) {
    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    double perSecond() {
        return micros.getTotalCount() / seconds;
    }

    static Measured sum(Measured a, Measured b) {
        Histogram all = a.micros.copy();
        all.add(b.micros);
        return new Measured(all, a.failures + b.failures, a.seconds + b.seconds);
    }
}
