package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A spec under construction, which knows what may be added to it. */
final class Draft {
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");

    private final ObjectNode spec = JsonNodeFactory.instance.objectNode();
    private final Chance chance;
    private final List<Metric> metrics = new ArrayList<>();
    private final Set<Form> forms = EnumSet.noneOf(Form.class);
    private String grain;
    private boolean otherTime;
    private boolean overDays;

    Draft(Chance chance) {
        this.chance = chance;
        spec.putArray("measures");
        spec.putArray("dimensions");
        spec.putArray("filters");
    }

    Draft measure(Metric metric) {
        return measure(metric, null);
    }

    Draft measure(Metric metric, String agg) {
        ObjectNode measure = ((ArrayNode) spec.get("measures")).addObject().put("name", metric.name());
        measure.put("as", "m" + metrics.size());
        if (agg != null) {
            measure.put("agg", agg);
        }
        if (metric.name().equals("stuck_count") && chance.of(0.7)) {
            measure.putObject("params").put("days", chance.between(1, 40));
        }
        metrics.add(metric);
        overDays |= metric.isSnapshot() && !metric.isAge() && agg != null && !agg.equals("last");
        return this;
    }

    boolean accepts(Field field) {
        return field.sprint() || metrics.stream().noneMatch(Metric::isSprint);
    }

    Draft group(Field field) {
        ArrayNode dimensions = (ArrayNode) spec.get("dimensions");
        if (field.time()) {
            otherTime = true;
            dimensions.addObject().put("field", field.name()).put("granularity", chance.any(GRAINS));
        } else {
            dimensions.add(field.name());
        }
        return this;
    }

    Draft groupByTime(String grain) {
        this.grain = grain;
        ((ArrayNode) spec.get("dimensions"))
                .addObject()
                .put("field", "metric_time")
                .put("granularity", grain);
        return this;
    }

    Draft groupByTime() {
        return groupByTime(chance.any(GRAINS));
    }

    Draft filter(Field field, String op) {
        return filter(new Conditions(chance).test(field, op));
    }

    /** A tree of tests of dimensions that all measures reach. */
    Draft filterTree() {
        List<Field> fields = Field.ALL.stream().filter(this::accepts).toList();
        forms.add(Form.FILTER_TREE);
        return filter(new Conditions(chance).tree(fields, 3));
    }

    /** A test of numbers of the answer, alone or joined with others and with tests of the answer's dimensions. */
    Draft testNumbers() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            names.add("m" + i);
            if (isCompared()) {
                names.addAll(List.of("m" + i + "__previous", "m" + i + "__delta", "m" + i + "__delta_pct"));
            }
        }
        forms.add(Form.NUMBER_TEST);
        return filter(new NumberConditions(chance, names, grouped()).tree(2));
    }

    private Draft filter(ObjectNode condition) {
        ((ArrayNode) spec.get("filters")).add(condition);
        return this;
    }

    private List<Field> grouped() {
        List<Field> grouped = new ArrayList<>();
        for (JsonNode dimension : spec.get("dimensions")) {
            Field.ALL.stream().filter(f -> f.name().equals(dimension.asText())).forEach(grouped::add);
        }
        return grouped;
    }

    /** Windows for some measures that take them. */
    Draft widen() {
        each((metric, measure) -> {
            if (grain != null && !measure.has("per") && Windows.fit(metric, agg(measure)) && chance.of(0.6)) {
                new Windows(chance).write(measure, grain, isCompared());
                forms.add(Form.WINDOW);
            }
        });
        return this;
    }

    /** Shares and places for some measures. */
    Draft show() {
        List<String> names = new ArrayList<>();
        spec.get("dimensions")
                .forEach(d ->
                        names.add(d.isTextual() ? d.asText() : d.get("field").asText()));
        each((metric, measure) -> {
            List<String> within = chance.some(2, names);
            boolean share = bearsShare(metric, measure, within) && chance.of(0.7);
            if (chance.of(0.6)) {
                ObjectNode show = measure.putObject("show").put("type", share ? "percent_of_total" : "rank");
                within.forEach(w -> show.withArray("within").add(w));
                if (!share && chance.of(0.5)) {
                    show.put("dir", chance.any("asc", "desc"));
                }
                forms.add(share ? Form.SHARE : Form.RANK);
            }
        });
        return this;
    }

    private boolean bearsShare(Metric metric, ObjectNode measure, List<String> within) {
        boolean overlapping = measure.has("window") || metric.isSnapshot() || "sprint".equals(grain);
        return !measure.has("per")
                && metric.isSummed(agg(measure))
                && (!overlapping || grain == null || within.contains("metric_time"));
    }

    private static String agg(ObjectNode measure) {
        return measure.has("agg") ? measure.get("agg").asText() : null;
    }

    private void each(BiConsumer<Metric, ObjectNode> change) {
        for (int i = 0; i < metrics.size(); i++) {
            change.accept(metrics.get(i), (ObjectNode) spec.get("measures").get(i));
        }
    }

    /** Second stages for some measures, over dimensions and periods that the answer does not have. */
    Draft rollUp() {
        List<Field> taken = grouped();
        List<Field> free = Field.ALL.stream()
                .filter(f -> accepts(f) && !f.time() && !taken.contains(f))
                .toList();
        each((metric, measure) -> {
            if (chance.of(0.6) && new Rollups(chance, grain).write(measure, metric, agg(measure), free)) {
                overDays |= metric.isSnapshot();
                forms.add(Form.PER);
            }
        });
        return this;
    }

    /** How many values are behind some numbers, and how many some need. */
    Draft count(Form form) {
        each((metric, measure) -> {
            if (form != Form.MIN_N && chance.of(0.6)) {
                measure.put("n", true);
                forms.add(Form.N);
            }
            if (form != Form.N && chance.of(0.6)) {
                measure.put("min_n", chance.between(1, 5));
                forms.add(Form.MIN_N);
            }
        });
        return this;
    }

    /** Rows by sprint, perhaps compared with the sprints before. */
    Draft bySprint(boolean compared) {
        groupByTime("sprint");
        forms.add(Form.SPRINT_AXIS);
        if (compared) {
            compare("previous_sprints");
            spec.withObject("/time").put("sprints", chance.between(1, 3));
            forms.add(Form.PREVIOUS_SPRINTS);
        }
        return this;
    }

    /** A state that has been. */
    Draft asOf() {
        String day = LocalDate.of(2024, 10, 25).plusDays(chance.between(0, 190)).toString();
        spec.withObject("/time").put("as_of", chance.of(0.5) ? day : day + "T09:30:00.123Z");
        forms.add(Form.AS_OF);
        return this;
    }

    boolean isCompared() {
        return spec.at("/time/compare").isTextual();
    }

    boolean isByTime() {
        return grain != null;
    }

    boolean has(Form form) {
        return forms.contains(form);
    }

    Draft compare(String how) {
        spec.withObject("/time").put("compare", how);
        return this;
    }

    Draft limit(int rows) {
        spec.put("limit", rows);
        return this;
    }

    Draft sortByMeasure() {
        int index = chance.between(0, metrics.size() - 1);
        spec.putArray("sort").addObject().put("field", "m" + index).put("dir", chance.any("asc", "desc"));
        return this;
    }

    boolean hasOtherTime() {
        return otherTime;
    }

    /** Adds a range that the measures need or bear, and ends the construction. */
    ObjectNode finished() {
        boolean snapshots = metrics.stream().anyMatch(Metric::isSnapshot);
        boolean calendar = !"sprint".equals(grain);
        boolean bounded = calendar && (isCompared() || overDays || (grain != null && snapshots));
        new RandomRange(chance).write(spec, bounded);
        return spec;
    }
}
