package io.plumbline.query.trial;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.trial.TrialFault;
import java.util.ArrayList;
import java.util.List;

/** One way in which a metric can be asked for. */
record Trial(MetricDefinition metric, Aggregation aggregation, AnalyticsSpec spec) {

    /** Every aggregation over all time, and the metric's own one by month. */
    static List<Trial> of(MetricDefinition metric) {
        var trials = new ArrayList<Trial>();
        for (Aggregation aggregation : metric.computation().aggregations()) {
            trials.add(new Trial(metric, aggregation, spec(metric, aggregation, List.of())));
        }
        Aggregation own = metric.computation().aggregation();
        trials.add(new Trial(
                metric, own, spec(metric, own, List.of(new Dimension(Dimension.METRIC_TIME, Granularity.MONTH)))));
        return trials;
    }

    TrialFault fault(String code, String message) {
        return new TrialFault(metric.id(), aggregation, code, message);
    }

    private static AnalyticsSpec spec(MetricDefinition metric, Aggregation aggregation, List<Dimension> dimensions) {
        var measure = new Measure(metric.name() + "@" + metric.majorVersion(), aggregation, "value", null);
        return new AnalyticsSpec(null, List.of(measure), dimensions, List.of(), null, List.of(), 1, null);
    }
}
