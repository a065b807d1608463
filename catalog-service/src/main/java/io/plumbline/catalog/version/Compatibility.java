package io.plumbline.catalog.version;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares a version of a metric with the one before it. */
public final class Compatibility {
    private final MetricDefinition before;
    private final MetricDefinition after;
    private final List<Difference> differences = new ArrayList<>();

    private Compatibility(MetricDefinition before, MetricDefinition after) {
        this.before = before;
        this.after = after;
    }

    /** What the later version says otherwise, in the order of the definition's members; empty where nothing. */
    public static List<Difference> between(MetricDefinition before, MetricDefinition after) {
        var comparison = new Compatibility(before, after);
        comparison.compare();
        return List.copyOf(comparison.differences);
    }

    private void compare() {
        words();
        major("/unit", "the unit", before.unit(), after.unit());
        major(
                "/additivity",
                "the additivity",
                before.additivity().wireName(),
                after.additivity().wireName());
        meaning();
        aggregations();
        parameters();
    }

    private void words() {
        patch("/display_name", before.displayName(), after.displayName());
        patch("/description", before.description(), after.description());
        patch("/category", before.category(), after.category());
        patch("/tags", before.tags(), after.tags());
        patch("/synonyms", before.synonyms(), after.synonyms());
        patch("/examples", before.examples(), after.examples());
        patch("/listed", before.listed(), after.listed());
    }

    private void meaning() {
        Map<String, String> was = Meaning.of(before.computation(), Map.of());
        Map<String, String> is = Meaning.of(after.computation(), newDefaults());
        if (!Objects.equals(was.get("/computation/type"), is.get("/computation/type"))) {
            add(Level.MAJOR, "/computation/type", "the number is made in another way");
            return;
        }
        is.forEach((pointer, value) -> {
            if (!value.equals(was.get(pointer))) {
                String member = pointer.substring(pointer.lastIndexOf('/') + 1);
                add(Level.MAJOR, pointer, "`" + member + "` changes what is counted");
            }
        });
        if (!Objects.equals(leftOut(before), leftOut(after))) {
            add(Level.MINOR, "/computation/left_out", "other rows are told as left out");
        }
    }

    private Map<String, Integer> newDefaults() {
        return after.parameters().stream()
                .filter(parameter -> find(before, parameter.name()) == null)
                .collect(Collectors.toMap(Parameter::name, Parameter::defaultValue, (one, _) -> one));
    }

    private void aggregations() {
        var was = before.computation().aggregations();
        var is = after.computation().aggregations();
        was.stream().filter(it -> !is.contains(it)).forEach(it -> {
            add(Level.MAJOR, "/computation/aggregations", "the aggregation " + it.wireName() + " is gone");
        });
        is.stream().filter(it -> !was.contains(it)).forEach(it -> {
            add(Level.MINOR, "/computation/aggregations", "the aggregation " + it.wireName() + " is new");
        });
    }

    private void parameters() {
        before.parameters().stream()
                .filter(parameter -> find(after, parameter.name()) == null)
                .forEach(gone -> add(Level.MAJOR, "/parameters", "the parameter " + gone.name() + " is gone"));
        for (int i = 0; i < after.parameters().size(); i++) {
            Parameter is = after.parameters().get(i);
            Parameter was = find(before, is.name());
            if (was == null) {
                add(Level.MINOR, "/parameters/" + i, "the parameter " + is.name() + " is new");
            } else {
                parameter("/parameters/" + i, was, is);
            }
        }
    }

    private void parameter(String pointer, Parameter was, Parameter is) {
        major(
                pointer + "/default_value",
                "the default of " + is.name(),
                String.valueOf(was.defaultValue()),
                String.valueOf(is.defaultValue()));
        bound(pointer + "/minimum", is, is.minimum() - was.minimum());
        bound(pointer + "/maximum", is, was.maximum() - is.maximum());
        patch(pointer + "/description", was.description(), is.description());
    }

    private void bound(String pointer, Parameter is, int narrower) {
        if (narrower != 0) {
            add(
                    narrower > 0 ? Level.MAJOR : Level.MINOR,
                    pointer,
                    "the range of " + is.name() + " becomes " + (narrower > 0 ? "narrower" : "wider"));
        }
    }

    private void patch(String pointer, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            add(Level.PATCH, pointer, "`" + pointer.substring(pointer.lastIndexOf('/') + 1) + "` changes");
        }
    }

    private void major(String pointer, String what, String was, String is) {
        if (!was.equals(is)) {
            add(Level.MAJOR, pointer, what + " changes from " + was + " to " + is);
        }
    }

    private void add(Level level, String pointer, String message) {
        differences.add(new Difference(level, pointer, message));
    }

    private static String leftOut(MetricDefinition metric) {
        return metric.computation() instanceof Computation.Simple simple ? simple.leftOut() : null;
    }

    private static Parameter find(MetricDefinition metric, String name) {
        return metric.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
