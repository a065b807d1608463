package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.ArrayList;
import java.util.List;

/** Each metric with each dimension, aggregation, period and comparison; each field with each operator. */
public final class SpecMatrix {
    private final Chance chance;
    private final List<ObjectNode> specs = new ArrayList<>();

    private SpecMatrix(long seed) {
        this.chance = new Chance(seed);
    }

    /** All of them, in an order that the seed mixes. */
    public static List<ObjectNode> of(long seed) {
        return new SpecMatrix(seed).all();
    }

    private List<ObjectNode> all() {
        for (Metric metric : Metric.ALL) {
            dimensions(metric);
            metric.aggs()
                    .forEach(agg ->
                            specs.add(maybeGrouped(draft().measure(metric, agg)).finished()));
            for (String grain : List.of("day", "week", "month", "quarter", "year")) {
                specs.add(draft().measure(metric).groupByTime(grain).finished());
            }
            for (String how : List.of("previous_period", "previous_year")) {
                specs.add(maybeGrouped(draft().measure(metric)).compare(how).finished());
                specs.add(draft().measure(metric).groupByTime().compare(how).finished());
            }
        }
        Field.ALL.forEach(this::operators);
        return chance.shuffled(specs);
    }

    private void dimensions(Metric metric) {
        for (Field field : Field.ALL) {
            Draft draft = draft().measure(metric);
            if (draft.accepts(field)) {
                specs.add(draft.group(field).finished());
            }
        }
    }

    private void operators(Field field) {
        for (String op : field.operators()) {
            for (Metric.Kind kind : Metric.Kind.values()) {
                List<Metric> some =
                        Metric.ALL.stream().filter(m -> m.kind() == kind).toList();
                Draft draft = draft().measure(chance.any(some));
                if (draft.accepts(field)) {
                    specs.add(maybeGrouped(draft.filter(field, op)).finished());
                }
            }
        }
    }

    private Draft draft() {
        return new Draft(chance);
    }

    private Draft maybeGrouped(Draft draft) {
        Field field = chance.any(Field.ALL);
        return chance.of(0.5) && !field.time() && draft.accepts(field) ? draft.group(field) : draft;
    }
}
