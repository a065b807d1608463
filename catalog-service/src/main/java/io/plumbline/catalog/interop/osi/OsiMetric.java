package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Assembly;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Relations;
import io.plumbline.catalog.interop.file.Rows;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one metric after another. A single aggregate is a simple metric; arithmetic over aggregates becomes a formula
 * over metrics of its own, which lists leave out.
 */
final class OsiMetric {
    private static final String PLACE = "/expression";
    private static final Set<String> KNOWN =
            Set.of("name", "expression", "description", "datatype", "ai_context", "custom_extensions");

    private final OsiFields fields;
    private final OsiExpression expressions;

    OsiMetric(OsiFields fields, OsiExpression expressions) {
        this.fields = fields;
        this.expressions = expressions;
    }

    List<Reading> read(JsonNode metric, String name, String pointer) {
        Members.refuseOthers(metric, KNOWN, pointer);
        String place = pointer + PLACE;
        Assembly assembly = OsiImport.assembly(metric, name, pointer, OsiExtensions.load(metric, pointer))
                .place("/computation", place);
        String sql = OsiFields.expression(metric, place)
                .orElseThrow(() -> new Unmappable(place, "required", "A metric has an expression."));
        boolean same =
                assembly.extended().flatMap(expressions::of).filter(sql::equals).isPresent();
        return same ? List.of(assembly.kept()) : made(sql, name, pointer, assembly);
    }

    private List<Reading> made(String sql, String name, String pointer, Assembly assembly) {
        String place = pointer + PLACE;
        Foreign.refuseJinja(sql, place);
        OsiAggregates parts = OsiAggregates.of(Foreign.normal(sql), place);
        if (parts.isOne()) {
            return List.of(assembly.made(
                    rows(parts.found().getFirst(), assembly, place).computation()));
        }
        if (parts.found().isEmpty()) {
            throw new Unmappable(place, "no_aggregate", "A metric aggregates fields, as in count(issue.issue_id).");
        }
        var readings = new ArrayList<Reading>();
        ObjectNode computation = formula(parts.rest());
        ArrayNode inputs = computation.putArray("inputs");
        for (int i = 0; i < parts.found().size(); i++) {
            String part = name + "_" + OsiAggregates.name(i);
            readings.add(part(part, parts.found().get(i), pointer));
            inputs.addObject().put("name", OsiAggregates.name(i)).put("metric", part);
        }
        readings.add(assembly.made(computation));
        return readings;
    }

    /** A building block of a metric, under a name of its own. */
    private Reading part(String name, OsiAggregates.Found aggregate, String pointer) {
        ObjectNode unlisted = JsonNodeFactory.instance.objectNode().put("listed", false);
        Assembly assembly = OsiImport.assembly(MissingNode.getInstance(), name, pointer, Optional.of(unlisted))
                .place("/computation", pointer + PLACE);
        return assembly.made(rows(aggregate, assembly, pointer + PLACE).computation());
    }

    private static ObjectNode formula(Expression expression) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "derived")
                .put("sql_template", ExpressionPrinter.print(expression));
    }

    private Rows rows(OsiAggregates.Found aggregate, Assembly metric, String place) {
        OsiFields.Unqualified value = fields.unqualified(aggregate.argument(), place);
        Entity entity = fields.entity(value.dataset(), place);
        boolean all = value.sql().strip().equals("*");
        return new Rows(
                entity,
                time(entity, metric, place),
                aggregate.aggregation(),
                all ? null : Foreign.parse(value.sql(), place),
                aggregate.filter() == null
                        ? null
                        : Foreign.parse(
                                fields.unqualified(aggregate.filter(), place).sql(), place));
    }

    /** The format has no place for the time that rows count at: our extension tells it, else it is the entity's first. */
    private static String time(Entity entity, Assembly metric, String place) {
        Optional<String> told = metric.eventTime().filter(entity.times()::containsKey);
        if (told.isPresent()) {
            return told.get();
        }
        List<String> columns = Relations.timeColumns(entity);
        if (columns.isEmpty()) {
            throw new Unmappable(place, "no_time", "Rows of `%s` have no time to count at.".formatted(entity.name()));
        }
        metric.assume("event time: " + columns.getFirst());
        return Relations.timeOf(entity, columns.getFirst()).orElseThrow();
    }
}
