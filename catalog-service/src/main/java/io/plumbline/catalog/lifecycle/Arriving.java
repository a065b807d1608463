package io.plumbline.catalog.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.definition.MetricDocument;
import io.plumbline.catalog.tenant.Versions;
import io.plumbline.catalog.version.Compatibility;
import io.plumbline.catalog.version.Difference;
import io.plumbline.catalog.version.Level;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A definition from elsewhere, which may say no version and may be here already. */
final class Arriving {
    private static final String VERSION = "version";
    private static final String FIRST = "1.0.0";
    /** Members that the product or the lifecycle alone set. */
    private static final List<String> NOT_TAKEN = List.of("tested", "deprecated_since", "replaced_by");

    private final Catalog catalog;
    private final ObjectNode tree;

    private Arriving(Catalog catalog, ObjectNode tree) {
        this.catalog = catalog;
        this.tree = tree;
    }

    static Arriving of(Catalog catalog, ObjectNode definition) {
        ObjectNode tree = definition.deepCopy();
        tree.remove(NOT_TAKEN);
        var arriving = new Arriving(catalog, tree);
        if (!tree.has(VERSION)) {
            tree.put(VERSION, arriving.nextVersion());
        }
        return arriving;
    }

    /** The definition with a version, as a caller of the API would send it. */
    ObjectNode definition() {
        return tree;
    }

    /** The version that is here already and says the same; empty where there is none. */
    Optional<MetricDefinition> present() {
        return bound().flatMap(metric -> catalog.metrics().stream()
                .filter(known -> known.id().equals(metric.id())
                        && Compatibility.between(known, metric).isEmpty())
                .findFirst());
    }

    private String nextVersion() {
        Optional<MetricDefinition> newest = catalog.metrics().stream()
                .filter(metric -> metric.name().equals(tree.path("name").asText()))
                .max(Comparator.comparing(Versions::of));
        if (newest.isEmpty()) {
            return FIRST;
        }
        tree.put(VERSION, newest.get().version());
        return bound().flatMap(metric -> step(newest.get(), metric))
                .map(level -> VersionStep.text(level.after(Versions.of(newest.get()))))
                .orElse(newest.get().version());
    }

    private static Optional<Level> step(MetricDefinition before, MetricDefinition after) {
        return Compatibility.between(before, after).stream()
                .map(Difference::level)
                .max(Level::compareTo);
    }

    private Optional<MetricDefinition> bound() {
        return MetricDocument.bind(tree.deepCopy().put("tested", false));
    }
}
