package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Assembly;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Relations;
import io.plumbline.catalog.interop.file.Rows;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.told.Shape;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.catalog.interop.told.SqlText;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.Expression;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A measure of a semantic model.
 *
 * @param pointer where it stands
 */
record DbtMeasure(DbtSource source, JsonNode measure, String pointer) {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "label",
            "description",
            "agg",
            "agg_params",
            "expr",
            "agg_time_dimension",
            "non_additive_dimension",
            "create_metric",
            "create_metric_display_name",
            "config",
            "meta");

    String name() {
        return measure.path("name").asText();
    }

    /** The definition of a metric over this measure, as our extension has it where that still says the same. */
    Reading.Taken read(Assembly metric, Expression filter, Shapes shapes) {
        if (filter == null
                && metric.extended().map(shapes::of).filter(this::says).isPresent()) {
            return metric.kept();
        }
        return metric.made(rows(metric, filter).computation());
    }

    /** Whether the measure says the very same as the shape. */
    private boolean says(Shape shape) {
        if (!(shape instanceof Shape.Aggregate it)) {
            return false;
        }
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        DbtAggregations.write(it.aggregation(), expected);
        return source.entity().name().equals(it.entity())
                && source.timeColumn(measure).filter(it.time()::equals).isPresent()
                && expected.path("agg").equals(measure.path("agg"))
                && expected.path("agg_params").equals(measure.path("agg_params"))
                && SqlText.of(it, UnaryOperator.identity()).equals(expression());
    }

    private Rows rows(Assembly metric, Expression filter) {
        Members.refuseOthers(measure, KNOWN, pointer);
        if (measure.hasNonNull("non_additive_dimension")) {
            throw new Unmappable(
                    pointer + "/non_additive_dimension",
                    "semi_additive",
                    "States at an instant are snapshot metrics here; define one by POST /analytics/metrics.");
        }
        Entity entity = source.entity();
        String time = time(entity, metric);
        String agg = measure.path("agg").asText().toLowerCase(Locale.ROOT);
        String place = pointer + "/expr";
        metric.place("/computation", pointer)
                .place("/computation/sql_template", place)
                .place("/computation/where", place)
                .place("/computation/event_time", pointer + "/agg_time_dimension")
                .place("/computation/aggregation", pointer + "/agg");
        if (agg.equals(DbtAggregations.SUM_BOOLEAN)) {
            Expression condition = Foreign.parse(expression(), place);
            return new Rows(entity, time, Aggregation.COUNT, null, Rows.and(condition, filter));
        }
        Aggregation aggregation = DbtAggregations.read(agg, measure.path("agg_params"))
                .orElseThrow(() -> new Unmappable(
                        pointer + "/agg",
                        "unknown_aggregation",
                        "This aggregation has no counterpart; percentiles are continuous, of 0.25, 0.5, 0.75, 0.85, 0.9 or 0.95.",
                        DbtAggregations.NAMES));
        boolean all = aggregation == Aggregation.COUNT && expression().equals("*");
        return new Rows(entity, time, aggregation, all ? null : Foreign.parse(expression(), place), filter);
    }

    private String expression() {
        JsonNode expression = measure.path("expr");
        return expression.isMissingNode() || expression.isNull() ? name() : expression.asText();
    }

    private String time(Entity entity, Assembly metric) {
        Optional<String> column = source.timeColumn(measure);
        if (column.isEmpty() && !Relations.timeColumns(entity).isEmpty()) {
            String first = Relations.timeColumns(entity).getFirst();
            metric.assume("event time: " + first);
            return Relations.timeOf(entity, first).orElseThrow();
        }
        return column.flatMap(name -> Relations.timeOf(entity, name))
                .orElseThrow(() -> new Unmappable(
                        pointer + "/agg_time_dimension",
                        "unknown_time",
                        "Rows of `%s` can't be counted at `%s`.".formatted(entity.name(), column.orElse("no time")),
                        Relations.timeColumns(entity)));
    }

    /** The metric that dbt makes of a measure by itself, if the measure says so. */
    Optional<String> ownMetric() {
        return measure.path("create_metric").asBoolean()
                ? Optional.of(
                        Members.text(measure, "create_metric_display_name").orElse(name()))
                : Optional.empty();
    }
}
