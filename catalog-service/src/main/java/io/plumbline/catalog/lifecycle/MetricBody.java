package io.plumbline.catalog.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.MetricDocument;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The definition in a request.
 *
 * @param definition null where it can't be read, which the faults tell
 * @param faults of its form; empty where it has the form of a definition
 */
record MetricBody(MetricDefinition definition, List<FieldError> faults) {
    private static final String SECTION = "body";
    private static final String NAME = "name";
    private static final String TESTED = "tested";
    private static final Map<String, String> NOT_TO_SET = Map.of(
            TESTED,
            "Only the product's own metrics are covered by an oracle; leave it out.",
            "deprecated_since",
            "Deprecate a metric by POST /analytics/metrics/{name}/deprecate.",
            "replaced_by",
            "Deprecate a metric by POST /analytics/metrics/{name}/deprecate.");

    /** @param name that the address tells; null where the body alone tells it */
    static MetricBody read(JsonNode body, String name) {
        if (!(body instanceof ObjectNode object)) {
            return new MetricBody(
                    null, List.of(FieldError.of("", "wrong_type", "Send the metric's definition as a JSON object.")));
        }
        var faults = new ArrayList<FieldError>();
        ObjectNode tree = object.deepCopy();
        NOT_TO_SET.forEach((member, message) -> {
            if (tree.remove(member) != null) {
                faults.add(FieldError.of("/" + member, "not_to_set", message));
            }
        });
        tree.put(TESTED, false);
        checkName(tree, name, faults);
        MetricDocument.faults(tree, SECTION).stream().map(MetricBody::error).forEach(faults::add);
        MetricDefinition definition = MetricDocument.bind(tree).orElse(null);
        if (definition != null) {
            faults.addAll(Texts.faults(definition));
        } else if (faults.isEmpty()) {
            faults.add(FieldError.of("", "invalid_value", "A value has the wrong form, or a number is too large."));
        }
        return new MetricBody(definition, faults);
    }

    private static void checkName(ObjectNode tree, String name, List<FieldError> faults) {
        if (name == null) {
            return;
        }
        if (!tree.has(NAME)) {
            tree.put(NAME, name);
        } else if (!name.equals(tree.get(NAME).asText())) {
            faults.add(
                    new FieldError("/" + NAME, "other_name", "The address names another metric.", List.of(name), name));
        }
    }

    private static FieldError error(DefinitionFault fault) {
        return FieldError.of(fault.place(), fault.code(), Texts.sentence(fault.message()));
    }
}
