package io.plumbline.query.compiler;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Warnings that need no data: metrics that are on their way out, pasts that are not wholly known. */
final class Notices {
    private Notices() {}

    static List<String> of(ResolvedSpec spec) {
        Stream<String> deprecated = spec.measures().stream()
                .map(ResolvedMeasure::metric)
                .distinct()
                .filter(metric -> metric.deprecatedSince() != null)
                .map(Notices::deprecated);
        return Stream.concat(deprecated, AsOfNotices.of(spec).stream()).toList();
    }

    private static String deprecated(MetricDefinition metric) {
        String hint = metric.replacedBy() == null ? "" : "; use " + metric.replacedBy() + " instead";
        return metric.id() + " is deprecated since " + metric.deprecatedSince() + hint + ".";
    }
}
