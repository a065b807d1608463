package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Collection;

/** A definition as a tree, to be put where a format has room for what it does not know. */
public final class Extension {
    /** The name that everything of ours stands under. */
    public static final String NAMESPACE = "plumbline";
    /** The list of whole definitions that the format can't say. */
    public static final String METRICS = "metrics";

    private Extension() {}

    public static ObjectNode whole(MetricDefinition metric) {
        return Json.mapper().valueToTree(metric);
    }

    /**
     * What the format's own members do not say.
     *
     * @param fileName the metric's name in the file
     * @param said members of the definition that have their own place in the file
     */
    public static ObjectNode rest(MetricDefinition metric, String fileName, Collection<String> said) {
        ObjectNode rest = whole(metric);
        rest.remove(said);
        if (metric.name().equals(fileName)) {
            rest.remove("name");
        }
        return rest;
    }
}
