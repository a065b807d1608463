package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.spec.Conditions;
import io.plumbline.acceptance.spec.Field;
import io.plumbline.acceptance.spec.Metric;
import java.time.LocalDate;
import java.util.List;

/** A random metric, its range and its filters, from which the specs of a relation are made. All has happened by now. */
final class Question {
    static final String COLUMN = "x";
    private static final List<String> SUMMED_ISSUES =
            List.of("created", "closed", "bug_count", "escaped_defects", "blocked_hours");
    private static final List<String> SUMMED_SPRINTS = List.of("planned_sp", "completed_sp");
    private static final List<String> SUMMED_PARTS =
            List.of("wip", "stuck_count", "wip_no_assignee", "reopened_count", "planned_sp");
    private static final List<String> MANY_VALUED = List.of("label", "component");

    private final Chance chance;
    private final Metric metric;
    private final LocalDate from;
    private final LocalDate to;
    private final ObjectNode base = JsonNodeFactory.instance.objectNode();

    private Question(Chance chance, Metric metric) {
        this.chance = chance;
        this.metric = metric;
        measure(base).put("as", COLUMN);
        this.from = LocalDate.of(2024, 10, 1).plusMonths(chance.between(0, 4));
        this.to = from.plusMonths(chance.between(1, 4));
        base.putObject("time")
                .put("from", from.toString())
                .put("to", to.toString())
                .put("timezone", chance.any("UTC", "Europe/Prague", "America/New_York"));
        if (chance.of(0.4)) {
            base.withArray("filters").add(condition());
        }
        base.put("limit", 1000);
    }

    /** Of a metric whose values may be summed up. */
    static Question ofAmounts(Chance chance) {
        List<String> names = chance.of(0.7) ? SUMMED_ISSUES : SUMMED_SPRINTS;
        return new Question(chance, named(chance.any(names)));
    }

    /** Of a metric whose parts by a dimension of one value a row sum up, though its periods need not. */
    static Question ofParts(Chance chance) {
        List<String> names = chance.of(0.5) ? SUMMED_PARTS : SUMMED_ISSUES;
        return new Question(chance, named(chance.any(names)));
    }

    /** Of a metric that windows can be made of: states at the end of a period have none. */
    static Question ofWindows(Chance chance) {
        return new Question(
                chance,
                chance.any(Metric.ALL.stream().filter(m -> !m.isSnapshot()).toList()));
    }

    /** Of any metric. */
    static Question ofAny(Chance chance) {
        return new Question(chance, chance.any(Metric.ALL));
    }

    private static Metric named(String name) {
        return Metric.ALL.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode measure(ObjectNode spec) {
        return spec.withArray("measures").addObject().put("name", metric.name());
    }

    Chance chance() {
        return chance;
    }

    Metric metric() {
        return metric;
    }

    /** The spec without dimensions; each call gives a copy. */
    ObjectNode spec() {
        return base.deepCopy();
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** The same over another range. */
    ObjectNode over(LocalDate first, LocalDate after) {
        ObjectNode spec = spec();
        spec.withObject("/time").put("from", first.toString()).put("to", after.toString());
        return spec;
    }

    ObjectNode grouped(String... fields) {
        ObjectNode spec = spec();
        ArrayNode dimensions = spec.withArray("dimensions");
        List.of(fields).forEach(dimensions::add);
        return spec;
    }

    ObjectNode byTime(String granularity, String... fields) {
        ObjectNode spec = grouped(fields);
        spec.withArray("dimensions").addObject().put("field", "metric_time").put("granularity", granularity);
        return spec;
    }

    static ObjectNode filtered(ObjectNode spec, JsonNode condition) {
        ObjectNode copy = spec.deepCopy();
        copy.withArray("filters").add(condition);
        return copy;
    }

    static ObjectNode not(JsonNode condition) {
        ObjectNode not = JsonNodeFactory.instance.objectNode();
        not.set("not", condition);
        return not;
    }

    static ObjectNode join(String name, List<? extends JsonNode> parts) {
        ObjectNode join = JsonNodeFactory.instance.objectNode();
        join.putArray(name).addAll(parts);
        return join;
    }

    /** A value of a row as JSON. */
    static JsonNode json(Object value) {
        return value == null ? JsonNodeFactory.instance.nullNode() : Conditions.node(value);
    }

    /** The spec's first measure, to be changed. */
    static ObjectNode measureOf(ObjectNode spec) {
        return (ObjectNode) spec.at("/measures/0");
    }

    ObjectNode condition() {
        return new Conditions(chance).tree(fields(), 2);
    }

    /** Dimensions that the metric reaches. */
    List<Field> fields() {
        return Field.ALL.stream().filter(f -> f.sprint() || !metric.isSprint()).toList();
    }

    /** One of them that has one value a row, and no time. */
    Field single() {
        return chance.any(fields().stream()
                .filter(f -> !f.time() && !MANY_VALUED.contains(f.name()))
                .toList());
    }

    /** Two different ones of these. */
    List<Field> twoSingles() {
        List<Field> all = chance.shuffled(fields().stream()
                .filter(f -> !f.time() && !MANY_VALUED.contains(f.name()))
                .toList());
        return all.subList(0, 2);
    }
}
