package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.ArrayList;
import java.util.List;

/** A random spec that the language allows, over all of its forms. */
final class ValidSpec {
    private final CatalogFacts catalog;
    private final Chance chance;
    private final Marker marker;
    private final List<MetricFact> metrics = new ArrayList<>();
    private final List<DimensionFact> grouped = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final ObjectNode spec = JsonNodeFactory.instance.objectNode();
    private Axis axis = new Axis(null);

    ValidSpec(CatalogFacts catalog, Chance chance, Marker marker) {
        this.catalog = catalog;
        this.chance = chance;
        this.marker = marker;
    }

    ObjectNode make() {
        int count = chance.of(0.05) ? 10 : chance.between(1, 3);
        for (int i = 0; i < count; i++) {
            metrics.add(chance.any(catalog.metrics()));
        }
        List<DimensionFact> reached = catalog.dimensions().stream()
                .filter(d -> d.perSprint() || metrics.stream().noneMatch(MetricFact::perSprint))
                .toList();
        ArrayNode dimensions = dimensions(reached);
        boolean compared = chance.of(0.2);
        measures(reached, compared);
        if (!dimensions.isEmpty() || chance.of(0.1)) {
            spec.set("dimensions", dimensions);
        }
        ArrayNode filters = new Filters(chance, marker, reached, grouped, numbers).make();
        if (!filters.isEmpty()) {
            spec.set("filters", filters);
        }
        ObjectNode time = new Times(chance, axis, compared).make();
        if (!time.isEmpty()) {
            spec.set("time", time);
        }
        rest();
        return spec;
    }

    private ArrayNode dimensions(List<DimensionFact> reached) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (chance.of(0.5)) {
            axis = new Axis(chance.of(0.15) ? "sprint" : chance.any(Axis.CALENDAR));
        }
        for (DimensionFact dimension : chance.some(chance.of(0.1) ? 4 : 2, reached)) {
            if (!dimension.isMetricTime()) {
                grouped.add(dimension);
                if (dimension.isTime() && chance.of(0.7)) {
                    list.addObject().put("field", dimension.name()).put("granularity", chance.any(Axis.CALENDAR));
                } else {
                    list.add(dimension.name());
                }
            }
        }
        if (axis.exists()) {
            reached.stream().filter(DimensionFact::isMetricTime).forEach(grouped::add);
            list.insertObject(chance.between(0, list.size()))
                    .put("field", DimensionFact.METRIC_TIME)
                    .put("granularity", axis.granularity());
        }
        return list;
    }

    private void measures(List<DimensionFact> reached, boolean compared) {
        ArrayNode list = spec.putArray("measures");
        Measures measures = new Measures(chance, axis, grouped, reached, compared);
        for (int i = 0; i < metrics.size(); i++) {
            String column = marker.column(i);
            ObjectNode measure = measures.make(metrics.get(i), column);
            list.add(measure);
            numbers.add(column);
            if (compared) {
                List.of("__previous", "__delta", "__delta_pct").forEach(e -> numbers.add(column + e));
            }
            if (measure.path("n").asBoolean()) {
                numbers.add(column + "__n");
            }
        }
    }

    private void rest() {
        List<String> columns = new ArrayList<>(numbers);
        grouped.forEach(d -> columns.add(d.name()));
        if (axis.isBySprint()) {
            columns.addAll(List.of(DimensionFact.METRIC_TIME + "__sprint", DimensionFact.METRIC_TIME + "__board"));
        }
        if (chance.of(0.3)) {
            ArrayNode sort = spec.putArray("sort");
            for (String column : chance.some(3, columns)) {
                ObjectNode key = sort.addObject().put("field", column);
                if (chance.of(0.6)) {
                    key.put("dir", chance.any("asc", "desc"));
                }
            }
        }
        if (chance.of(0.2)) {
            spec.put("limit", chance.any(1, 2, 7, 100, 1000));
        }
        if (chance.of(0.1)) {
            spec.put("datasource", "warehouse");
        }
        if (chance.of(0.1)) {
            spec.putObject("chart")
                    .put("type", "bar")
                    .put("x", chance.any(columns))
                    .put("y", columns.getFirst());
        }
    }
}
