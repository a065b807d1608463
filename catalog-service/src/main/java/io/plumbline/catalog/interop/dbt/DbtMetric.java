package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Assembly;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Rows;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.problem.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one metric of a dbt file after another. */
final class DbtMetric {
    static final String PARAMS = "/type_params";

    private static final List<String> TYPES = List.of("simple", "ratio", "derived");
    private static final Set<String> KNOWN = Set.of(
            "name",
            "label",
            "description",
            "type",
            PARAMS.substring(1),
            "filter",
            "time_granularity",
            "config",
            "meta");
    private static final Set<String> SIMPLE =
            Set.of("measure", "expr", "is_private", "join_to_timespine", "fill_nulls_with");

    private final Shapes shapes;
    private final Map<String, DbtMeasure> measures;
    private final DbtCombination combination;

    /** @param names what each metric of the file is called here */
    DbtMetric(Catalog catalog, Map<String, DbtMeasure> measures, Map<String, String> names) {
        this.shapes = new Shapes(catalog, DbtAggregations.KNOWN);
        this.measures = measures;
        this.combination = new DbtCombination(catalog, names);
    }

    Reading read(JsonNode metric, String pointer) {
        Optional<String> name = Members.text(metric, "name");
        if (name.isEmpty()) {
            return new Reading.Refused("?", FieldError.of(pointer + "/name", "required", "A metric has a name."));
        }
        try {
            return read(metric, name.get(), pointer);
        } catch (Unmappable reason) {
            return new Reading.Refused(name.get(), reason.error());
        }
    }

    private Reading read(JsonNode metric, String name, String pointer) {
        Members.refuseOthers(metric, KNOWN, pointer);
        JsonNode ours = metric.path("config").path("meta").path(Extension.NAMESPACE);
        Optional<ObjectNode> extension = ours instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        Members.text(metric, "description").ifPresent(text -> Foreign.refuseJinja(text, pointer + "/description"));
        var assembly = new Assembly("dbt", name, pointer, extension)
                .say("display_name", metric.path("label"), pointer + "/label")
                .say("description", metric.path("description"), pointer + "/description");
        return switch (metric.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "simple" -> simple(metric, pointer, assembly);
            case "ratio" -> combination.ratio(metric, pointer, assembly);
            case "derived" -> combination.derived(metric, pointer, assembly);
            case "cumulative" ->
                throw new Unmappable(
                        pointer + "/type",
                        "window_of_a_metric",
                        "A window is asked for in a question, not defined: import the metric under it, and use `window` on the measure of a spec.",
                        TYPES);
            default ->
                throw new Unmappable(
                        pointer + "/type", "unknown_type", "This type of metric has no counterpart here.", TYPES);
        };
    }

    private Reading simple(JsonNode metric, String pointer, Assembly assembly) {
        JsonNode params = metric.path("type_params");
        Members.refuseOthers(params, SIMPLE, pointer + PARAMS);
        JsonNode input = params.path("measure");
        String place = pointer + PARAMS + "/measure";
        String name = input.isTextual() ? input.asText() : input.path("name").asText();
        DbtMeasure measure = measures.get(name);
        if (measure == null) {
            throw new Unmappable(
                    place,
                    "unknown_measure",
                    "A simple metric stands on a measure of a semantic model of the same file.",
                    List.copyOf(measures.keySet()));
        }
        refuseFilling(params, measure, pointer + PARAMS);
        refuseFilling(input, measure, place);
        Expression filter = Rows.and(
                measure.source().filter(metric.path("filter"), pointer + "/filter"),
                measure.source().filter(input.path("filter"), place + "/filter"));
        return measure.read(assembly, filter, shapes);
    }

    /** Counts and sums over nothing are 0 here, everything else has no value then; another filling is another metric. */
    private static void refuseFilling(JsonNode tree, DbtMeasure measure, String pointer) {
        JsonNode filling = tree.path("fill_nulls_with");
        String agg = measure.measure().path("agg").asText().toLowerCase(Locale.ROOT);
        boolean total = agg.startsWith("count") || agg.startsWith("sum");
        if (!filling.isMissingNode() && !filling.isNull() && !(total && filling.asInt(-1) == 0)) {
            throw new Unmappable(
                    pointer + "/fill_nulls_with",
                    "filling",
                    "Counts and sums over nothing are 0 here, and anything else over nothing has no value.",
                    total ? List.of("0") : List.of());
        }
    }
}
