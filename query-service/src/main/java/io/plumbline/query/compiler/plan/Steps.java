package io.plumbline.query.compiler.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The steps of a statement as they come about; a step is made once for its name. */
final class Steps {
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** Adds the step and returns its name; names are the planner's, so one that comes twice is a mistake. */
    String add(String name, String purpose, Relation relation) {
        if (steps.put(name, new Step(name, purpose, relation)) != null) {
            throw new IllegalStateException("two steps are named " + name);
        }
        return name;
    }

    /** The name of the step, which is added where it is not there yet. */
    String shared(String name, String purpose, Supplier<Relation> relation) {
        if (!steps.containsKey(name)) {
            add(name, purpose, relation.get());
        }
        return name;
    }

    List<String> columns(String name) {
        return steps.get(name).relation().columns();
    }

    List<Step> all() {
        return List.copyOf(steps.values());
    }
}
