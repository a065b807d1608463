package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.DimensionDefinition.Source;
import java.util.List;

/**
 * What tells issues and sprints apart, as dimensions that no caller can name: the forms of metrics group by them as by any
 * other, and so make the share of each issue by the rules that make the number itself.
 */
final class Identity {
    private static final String PREFIX = "drilled_";

    private Identity() {}

    /** The name of the dimension of that column. */
    static String name(String column) {
        return PREFIX + column;
    }

    /** A column that several entities have. */
    static ResolvedDimension everywhere(CatalogIndex catalog, String column) {
        return dimension(
                column,
                catalog.catalog().entities().stream()
                        .filter(entity -> entity.columns().containsKey(column))
                        .map(entity -> new Source(entity.name(), column))
                        .toList());
    }

    /**
     * A column of one entity, whatever its type: it is passed on as it is. A sprint's is that of the sprint that counts,
     * also in a row of another sprint whose window holds it.
     */
    static ResolvedDimension of(String entity, String column) {
        return dimension(column, List.of(new Source(entity, column)));
    }

    private static ResolvedDimension dimension(String column, List<Source> sources) {
        var definition = new DimensionDefinition(
                name(column), column, column, ColumnType.TEXT, List.of(), List.of(), sources, false);
        return new ResolvedDimension(definition, null);
    }
}
