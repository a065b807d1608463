package io.plumbline.spec.catalog;

import java.util.List;

/**
 * Everything the compiler and the translator may name: an immutable snapshot of what catalog-service owns.
 *
 * @param version changes whenever any definition changes
 * @param entities the relations of the warehouse and the many-to-one paths between them
 * @param dimensions what answers may be grouped and filtered by
 * @param metrics every version that can be queried, in the order of category, name and version
 * @param calendar what counts as a working day; never null, where it is not written it is the standard one
 */
public record Catalog(
        String version,
        List<Entity> entities,
        List<DimensionDefinition> dimensions,
        List<MetricDefinition> metrics,
        WorkingCalendar calendar) {
    public Catalog {
        entities = List.copyOf(entities);
        dimensions = List.copyOf(dimensions);
        metrics = List.copyOf(metrics);
        calendar = calendar == null ? WorkingCalendar.STANDARD : calendar;
    }

    /** With the standard calendar. */
    public Catalog(
            String version,
            List<Entity> entities,
            List<DimensionDefinition> dimensions,
            List<MetricDefinition> metrics) {
        this(version, entities, dimensions, metrics, WorkingCalendar.STANDARD);
    }
}
