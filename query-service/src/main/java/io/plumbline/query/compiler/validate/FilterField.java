package io.plumbline.query.compiler.validate;

import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;

/**
 * What a filter tests: a dimension, or a number of the answer.
 *
 * @param values all that it can have; empty where that is no closed set
 */
record FilterField(String name, ColumnType type, List<String> values) {

    static FilterField of(DimensionDefinition dimension) {
        return new FilterField(dimension.name(), dimension.type(), dimension.values());
    }

    static FilterField ofNumber(String column) {
        return new FilterField(column, ColumnType.NUMBER, List.of());
    }
}
