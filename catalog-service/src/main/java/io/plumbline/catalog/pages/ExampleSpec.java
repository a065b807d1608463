package io.plumbline.catalog.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Set;

/** A spec that asks for a metric, to be copied: by month, and by the first dimension that it can be asked by. */
final class ExampleSpec {
    private static final String EVENT_TIME = "metric_time";

    private ExampleSpec() {}

    static String of(MetricDefinition metric, List<DimensionDefinition> dimensions) {
        Set<String> names =
                Set.copyOf(dimensions.stream().map(DimensionDefinition::name).toList());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        dimensions.stream()
                .map(DimensionDefinition::name)
                .filter(name -> !name.equals(EVENT_TIME))
                .limit(1)
                .forEach(list::add);
        if (names.contains(EVENT_TIME)) {
            list.addObject().put("field", EVENT_TIME).put("granularity", "month");
        }
        return """
                {
                  "measures": [{"name": "%s"}],
                  "dimensions": %s,
                  "limit": 50
                }""".formatted(metric.name(), list);
    }
}
