package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.Optional;

/** One entity as a dataset; its columns are the fields, so that expressions can name them. */
final class OsiDataset {
    private OsiDataset() {}

    static ObjectNode of(Entity entity, Catalog catalog) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", entity.name()).put("source", entity.relation());
        entity.key().forEach(tree.putArray("primary_key")::add);
        tree.put("description", entity.description());
        ArrayNode fields = tree.putArray("fields");
        entity.columns().forEach((column, type) -> field(fields.addObject(), entity, column, type, catalog));
        return tree;
    }

    private static void field(ObjectNode field, Entity entity, String column, ColumnType type, Catalog catalog) {
        field.put("name", column);
        expression(field, column);
        Optional<DimensionDefinition> dimension = catalog.dimensions().stream()
                .filter(it -> it.sources().contains(new DimensionDefinition.Source(entity.name(), column)))
                .findFirst();
        if (dimension.isPresent() || type == ColumnType.TIME) {
            field.putObject("dimension").put("is_time", type == ColumnType.TIME);
        }
        dimension.ifPresent(it -> {
            field.put("label", it.displayName()).put("description", it.description());
            ObjectNode context = field.putObject("ai_context");
            it.synonyms().forEach(context.putArray("synonyms")::add);
            field.set(
                    "custom_extensions",
                    OsiExtensions.of(JsonNodeFactory.instance.objectNode().put("dimension", it.name())));
        });
    }

    static void expression(ObjectNode tree, String text) {
        tree.putObject("expression")
                .putArray("dialects")
                .addObject()
                .put("dialect", "ANSI_SQL")
                .put("expression", text);
    }
}
