package io.plumbline.query.popularity;

import io.plumbline.spec.AnalyticsSpec;
import java.util.concurrent.atomic.LongAdder;

/** How often one spec was asked, and its last answer. */
final class Tally {
    private final AnalyticsSpec spec;
    private final LongAdder times = new LongAdder();
    private volatile Given last;

    Tally(AnalyticsSpec spec, Given last) {
        this.spec = spec;
        this.last = last;
    }

    void add(Given given) {
        times.increment();
        last = given;
    }

    AnalyticsSpec spec() {
        return spec;
    }

    long times() {
        return times.sum();
    }

    Given last() {
        return last;
    }
}
