package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Reach;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;

/** {@code metric_time} is cut by the spec's time range, not by filters. */
final class FilterableField implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.tests((pointer, filter) -> subject.dimension(filter.field())
                .filter(Reach::isMetricTime)
                .ifPresent(dimension -> faults.misfit(
                        pointer + "/field",
                        "field_not_filterable",
                        "`" + dimension.name() + "` can't be filtered; set `time.from` and `time.to`.",
                        names(subject))));
    }

    /** The dimensions that filters take. */
    static List<String> names(Subject subject) {
        return subject.catalog().catalog().dimensions().stream()
                .filter(dimension -> !Reach.isMetricTime(dimension))
                .map(DimensionDefinition::name)
                .toList();
    }
}
