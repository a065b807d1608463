package io.plumbline.catalog.store;

import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A metric version as a row of {@code metrics_catalog}, and back. */
final class MetricRows {
    private MetricRows() {}

    /** The values of the upsert, in the order of its columns. */
    static Tuple toTuple(MetricDefinition metric) {
        return Tuple.wrap(new Object[] {
            metric.name(),
            metric.version(),
            metric.displayName(),
            metric.description(),
            metric.category(),
            metric.unit(),
            texts(metric.tags()),
            texts(metric.synonyms()),
            texts(metric.examples()),
            new JsonArray(JsonColumns.write(metric.parameters())),
            new JsonObject(JsonColumns.write(metric.computation())),
            texts(Dependencies.of(metric)),
            weights(metric.computation()),
            metric.additivity().wireName(),
            metric.listed(),
            metric.active(),
            metric.deprecatedSince(),
            metric.replacedBy(),
            metric.tested()
        });
    }

    static MetricDefinition fromRow(Row row) {
        return new MetricDefinition(
                row.getString("name"),
                row.getString("version"),
                row.getString("display_name"),
                row.getString("description"),
                row.getString("category"),
                row.getString("unit"),
                List.of(row.getArrayOfStrings("tags")),
                List.of(row.getArrayOfStrings("synonyms")),
                List.of(row.getArrayOfStrings("examples")),
                List.of(JsonColumns.read(row, "parameters", MetricDefinition.Parameter[].class)),
                JsonColumns.read(row, "computation", Computation.class),
                Additivity.valueOf(row.getString("additivity").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_listed"),
                row.getBoolean("is_active"),
                row.getString("deprecated_since"),
                row.getString("replaced_by"),
                row.getBoolean("tested"));
    }

    private static JsonObject weights(Computation computation) {
        if (!(computation instanceof Computation.Composite composite)) {
            return null;
        }
        Map<String, Object> weights = new LinkedHashMap<>();
        composite.parts().forEach(part -> weights.put(part.name(), part.weight()));
        return new JsonObject(weights);
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
