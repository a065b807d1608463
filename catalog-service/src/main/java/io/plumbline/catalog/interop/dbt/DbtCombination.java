package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Assembly;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.told.SqlText;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.ExpressionParser;
import io.plumbline.spec.expression.ExpressionPrinter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads metrics that are made of others: of the file or of the catalog, as they are. */
final class DbtCombination {
    private static final String PARAMS = DbtMetric.PARAMS;
    private static final Set<String> RATIO = Set.of("numerator", "denominator", "is_private");
    private static final Set<String> DERIVED = Set.of("expr", "metrics", "is_private");

    private final Map<String, String> names;
    private final Set<String> known = new LinkedHashSet<>();

    DbtCombination(Catalog catalog, Map<String, String> names) {
        this.names = names;
        known.addAll(names.keySet());
        catalog.metrics().stream()
                .filter(MetricDefinition::active)
                .map(MetricDefinition::name)
                .forEach(known::add);
    }

    Reading ratio(JsonNode metric, String pointer, Assembly assembly) {
        JsonNode params = params(metric, RATIO, pointer);
        ObjectNode computation = JsonNodeFactory.instance.objectNode().put("type", "ratio");
        for (String side : List.of("numerator", "denominator")) {
            String place = pointer + PARAMS + "/" + side;
            computation.put(side, input(params.path(side), place));
            assembly.place("/computation/" + side, place);
        }
        boolean same = assembly.extended()
                .filter(it -> it.computation() instanceof Computation.Ratio(String numerator, String denominator)
                        && numerator.equals(computation.path("numerator").asText())
                        && denominator.equals(computation.path("denominator").asText()))
                .isPresent();
        return same ? assembly.kept() : assembly.made(computation);
    }

    Reading derived(JsonNode metric, String pointer, Assembly assembly) {
        JsonNode params = params(metric, DERIVED, pointer);
        String place = pointer + PARAMS + "/expr";
        String sql = params.path("expr").asText();
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
        JsonNode metrics = params.path("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            JsonNode one = metrics.get(i);
            String name = input(one, pointer + PARAMS + "/metrics/" + i);
            String alias = Members.text(one, "alias").orElse(one.path("name").asText(one.asText()));
            inputs.addObject().put("name", alias).put("metric", name);
        }
        assembly.place("/computation/sql_template", place).place("/computation/inputs", pointer + PARAMS + "/metrics");
        if (assembly.extended().filter(it -> says(it, sql, inputs)).isPresent()) {
            return assembly.kept();
        }
        ObjectNode computation = JsonNodeFactory.instance.objectNode().put("type", "derived");
        computation
                .put("sql_template", ExpressionPrinter.print(Foreign.parse(sql, place)))
                .set("inputs", inputs);
        return assembly.made(computation);
    }

    private static boolean says(MetricDefinition metric, String sql, ArrayNode inputs) {
        return metric.computation() instanceof Computation.Derived derived
                && inputs.valueStream()
                        .map(it -> it.path("name").asText() + "="
                                + it.path("metric").asText())
                        .toList()
                        .equals(derived.inputs().stream()
                                .map(it -> it.name() + "=" + it.metric())
                                .toList())
                && SqlText.of(ExpressionParser.parse(derived.sqlTemplate()), UnaryOperator.identity())
                        .equals(sql);
    }

    /** The metric that another is made of, by its name here. */
    private String input(JsonNode input, String place) {
        for (String member : List.of("filter", "offset_window", "offset_to_grain")) {
            if (input.hasNonNull(member)) {
                throw new Unmappable(
                        place + "/" + member,
                        "changed_input",
                        "A metric is made of other metrics as they are. Import a filtered one as a metric of its own; earlier periods are asked for by `compare`.");
            }
        }
        String name = input.isTextual() ? input.asText() : input.path("name").asText();
        if (!known.contains(name)) {
            String nearest = NearestName.find(name, List.copyOf(known))
                    .map(it -> " Did you mean `" + it + "`?")
                    .orElse("");
            throw new Unmappable(
                    place, "unknown_metric", "Neither the file nor the catalog has a metric of this name." + nearest);
        }
        return names.getOrDefault(name, name);
    }

    private static JsonNode params(JsonNode metric, Set<String> known, String pointer) {
        if (metric.hasNonNull("filter")) {
            throw new Unmappable(
                    pointer + "/filter",
                    "filter_on_combination",
                    "Filters stand on simple metrics: filter each side in a metric of its own.");
        }
        JsonNode params = metric.path("type_params");
        Members.refuseOthers(params, known, pointer + PARAMS);
        return params;
    }
}
