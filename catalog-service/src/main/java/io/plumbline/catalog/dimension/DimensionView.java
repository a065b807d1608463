package io.plumbline.catalog.dimension;

import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;

/**
 * Something to group and filter by, as the API gives it.
 *
 * @param values the allowed values of a closed set; empty means any
 * @param perSprint whether per-sprint metrics take it
 */
public record DimensionView(
        String name,
        String displayName,
        String description,
        ColumnType type,
        List<String> values,
        List<String> synonyms,
        boolean perSprint) {

    static DimensionView of(DimensionDefinition dimension) {
        return new DimensionView(
                dimension.name(),
                dimension.displayName(),
                dimension.description(),
                dimension.type(),
                dimension.values(),
                dimension.synonyms(),
                dimension.perSprint());
    }
}
