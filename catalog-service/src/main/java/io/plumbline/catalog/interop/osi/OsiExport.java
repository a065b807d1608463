package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.FileNames;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A catalog as an OSI document. A metric that SQL over datasets says as we compute it is a metric there; the others stand
 * whole in the model's extension. The time that a metric counts at has no place of its own, it is part of the extension.
 */
public final class OsiExport {
    /** The version of the core specification. */
    static final String VERSION = "0.1.1";

    /** Members of a definition that have their own place in a metric. */
    private static final List<String> SAID = List.of("description", "synonyms", "examples");

    private final Catalog catalog;
    private final OsiExpression expressions;
    private final FileNames names;

    private OsiExport(Catalog catalog) {
        var shapes = new Shapes(catalog, OsiExpression.KNOWN);
        this.catalog = catalog;
        this.expressions = new OsiExpression(shapes);
        this.names = FileNames.of(catalog.metrics(), shapes);
    }

    public static ObjectNode of(Catalog catalog) {
        return new OsiExport(catalog).export();
    }

    private ObjectNode export() {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        ObjectNode model = file.putArray("semantic_model").addObject();
        model.put("name", "plumbline")
                .put("description", "How software delivery is going, from issue-tracker data. Rows of one tenant.");
        ArrayNode datasets = model.putArray("datasets");
        ArrayNode relationships = model.putArray("relationships");
        for (Entity entity : catalog.entities()) {
            datasets.add(OsiDataset.of(entity, catalog));
            entity.joins().forEach(join -> addRelationship(relationships, entity, join));
        }
        ArrayNode metrics = model.putArray("metrics");
        ArrayNode carried = JsonNodeFactory.instance.arrayNode();
        for (MetricDefinition metric : catalog.metrics()) {
            Optional<String> expression = expressions.of(metric);
            expression.ifPresentOrElse(
                    text -> metrics.add(metric(metric, text)), () -> carried.add(Extension.whole(metric)));
        }
        if (!carried.isEmpty()) {
            ObjectNode ours = JsonNodeFactory.instance.objectNode();
            ours.set(Extension.METRICS, carried);
            model.set("custom_extensions", OsiExtensions.of(ours));
        }
        return file;
    }

    private ObjectNode metric(MetricDefinition metric, String expression) {
        String name = names.of(metric);
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("name", name);
        OsiDataset.expression(tree, expression);
        tree.put("description", metric.description());
        ObjectNode context = tree.putObject("ai_context");
        metric.synonyms().forEach(context.putArray("synonyms")::add);
        metric.examples().forEach(context.putArray("examples")::add);
        tree.set("custom_extensions", OsiExtensions.of(Extension.rest(metric, name, SAID)));
        return tree;
    }

    private static void addRelationship(ArrayNode relationships, Entity entity, Entity.Join join) {
        ObjectNode tree = relationships.addObject();
        tree.put("name", entity.name() + "_to_" + join.entity())
                .put("from", entity.name())
                .put("to", join.entity());
        ArrayNode from = tree.putArray("from_columns");
        ArrayNode to = tree.putArray("to_columns");
        join.on().forEach((here, there) -> {
            from.add(here);
            to.add(there);
        });
    }
}
