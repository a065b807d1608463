package io.plumbline.catalog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.spec.Json;
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
            new JsonArray(write(metric.parameters())),
            new JsonObject(write(metric.computation())),
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
                List.of(read(row, "parameters", MetricDefinition.Parameter[].class)),
                read(row, "computation", Computation.class),
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

    private static String write(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition can't be written", e);
        }
    }

    private static <T> T read(Row row, String column, Class<T> type) {
        try {
            return Json.mapper().readValue(row.getValue(column).toString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition can't be read", e);
        }
    }
}
