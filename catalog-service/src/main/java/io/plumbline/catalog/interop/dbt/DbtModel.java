package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.FileNames;
import io.plumbline.catalog.interop.told.Shape;
import io.plumbline.catalog.interop.told.SqlText;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One entity as a semantic model. Its elements share one set of names. */
final class DbtModel {
    private static final String GRAIN = "second";

    private final Entity entity;
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> timeDimensions = new HashMap<>();
    private final ArrayNode measures = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode carried = JsonNodeFactory.instance.arrayNode();

    private DbtModel(Entity entity) {
        this.entity = entity;
    }

    static DbtModel of(Entity entity, Catalog catalog) {
        var model = new DbtModel(entity);
        model.begin(catalog);
        return model;
    }

    private void begin(Catalog catalog) {
        tree.put("name", entity.name())
                .put("description", entity.description())
                .put("model", "ref('%s')".formatted(table(entity.relation())));
        ArrayNode entities = tree.putArray("entities");
        addEntity(entities, entity.name(), "primary", entity.key());
        for (Entity.Join join : entity.joins()) {
            find(catalog, join.entity())
                    .filter(there -> join.on().values().containsAll(there.key()))
                    .ifPresent(there -> addEntity(entities, there.name(), "foreign", columnsHere(join, there)));
        }
        dimensions(catalog);
        if (!entity.times().isEmpty()) {
            String first = entity.times().values().iterator().next().from();
            tree.putObject("defaults").put("agg_time_dimension", timeDimensions.get(first));
        }
    }

    private void addEntity(ArrayNode entities, String name, String type, List<String> columns) {
        names.add(name);
        entities.addObject().put("name", name).put("type", type).put("expr", key(columns));
    }

    private void dimensions(Catalog catalog) {
        ArrayNode dimensions = JsonNodeFactory.instance.arrayNode();
        entity.times().values().stream().map(Entity.TimeColumn::from).distinct().forEach(column -> {
            String name = FileNames.free(column, names);
            timeDimensions.put(column, name);
            addTime(dimensions.addObject().put("name", name), column);
        });
        for (DimensionDefinition dimension : catalog.dimensions()) {
            column(dimension)
                    .filter(column -> !timeDimensions.containsKey(column)
                            || !timeDimensions.get(column).equals(dimension.name()))
                    .ifPresent(column -> addDimension(dimensions, dimension, column));
        }
        if (!dimensions.isEmpty()) {
            tree.set("dimensions", dimensions);
        }
    }

    private void addDimension(ArrayNode dimensions, DimensionDefinition dimension, String column) {
        // An entity and a dimension of it can't share a name: assignee, the person, has an assignee_name.
        String wanted = names.contains(dimension.name()) ? dimension.name() + "_name" : dimension.name();
        ObjectNode one = dimensions.addObject().put("name", FileNames.free(wanted, names));
        one.put("label", dimension.displayName()).put("description", dimension.description());
        if (dimension.type() == ColumnType.TIME) {
            addTime(one, column);
        } else {
            one.put("type", "categorical").put("expr", column);
        }
        one.putObject("config").putObject("meta").putObject(Extension.NAMESPACE).put("dimension", dimension.name());
    }

    private static void addTime(ObjectNode dimension, String column) {
        dimension.put("type", "time").put("expr", column);
        dimension.putObject("type_params").put("time_granularity", GRAIN);
    }

    /** Where a dimension stands here; lists have no place in a semantic model. */
    private Optional<String> column(DimensionDefinition dimension) {
        return dimension.sources().stream()
                .filter(source -> source.entity().equals(entity.name()) && dimension.type() != ColumnType.TEXT_LIST)
                .map(DimensionDefinition.Source::column)
                .findFirst();
    }

    /** @return the measure's name */
    String addMeasure(String metricName, MetricDefinition metric, Shape.Aggregate aggregate) {
        String name = FileNames.free(names.contains(metricName) ? metricName + "_measure" : metricName, names);
        ObjectNode measure = measures.addObject().put("name", name).put("label", metric.displayName());
        DbtAggregations.write(aggregate.aggregation(), measure);
        measure.put("expr", SqlText.of(aggregate, UnaryOperator.identity()))
                .put("agg_time_dimension", timeDimensions.get(aggregate.time()));
        return name;
    }

    void carry(MetricDefinition metric) {
        carried.add(Extension.whole(metric));
    }

    ObjectNode tree() {
        if (!measures.isEmpty()) {
            tree.set("measures", measures);
        }
        ObjectNode ours = JsonNodeFactory.instance.objectNode();
        ours.put("entity", entity.name()).put("relation", entity.relation());
        if (!carried.isEmpty()) {
            ours.set(Extension.METRICS, carried);
        }
        tree.putObject("config").putObject("meta").set(Extension.NAMESPACE, ours);
        return tree;
    }

    private static List<String> columnsHere(Entity.Join join, Entity there) {
        Map<String, String> here = new HashMap<>();
        join.on().forEach((column, target) -> here.put(target, column));
        return there.key().stream().map(here::get).toList();
    }

    private static String key(List<String> columns) {
        return columns.size() == 1
                ? columns.getFirst()
                : columns.stream().collect(Collectors.joining(", '/', ", "concat(", ")"));
    }

    private static Optional<Entity> find(Catalog catalog, String name) {
        return catalog.entities().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static String table(String relation) {
        return relation.substring(relation.lastIndexOf('.') + 1);
    }
}
