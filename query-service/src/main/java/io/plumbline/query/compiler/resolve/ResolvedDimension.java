package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.Reach;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;

/**
 * A group-by column.
 *
 * @param granularity the period of a time dimension; null for others
 */
public record ResolvedDimension(DimensionDefinition definition, Granularity granularity) {
    public String name() {
        return definition.name();
    }

    public boolean isTime() {
        return definition.type() == ColumnType.TIME;
    }

    /** Whether its periods are sprints, not those of the calendar. */
    public boolean isBySprint() {
        return granularity == Granularity.SPRINT;
    }

    public boolean isMetricTime() {
        return Reach.isMetricTime(definition);
    }
}
