package io.plumbline.query.compiler.validate;

import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;

/** Only a time dimension has a granularity. */
final class GranularityFitsDimension implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        List<String> times = subject.catalog().catalog().dimensions().stream()
                .filter(dimension -> dimension.type() == ColumnType.TIME)
                .map(DimensionDefinition::name)
                .toList();
        subject.groupings((pointer, dimension) -> subject.dimension(dimension.field())
                .filter(definition -> dimension.granularity() != null && definition.type() != ColumnType.TIME)
                .ifPresent(definition -> faults.misfit(
                        pointer + "/granularity",
                        "granularity_not_allowed",
                        "`%s` is no time, so it has no granularity; leave it out.".formatted(definition.name()),
                        times)));
    }
}
