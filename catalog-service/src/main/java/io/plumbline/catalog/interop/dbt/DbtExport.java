package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.FileNames;
import io.plumbline.catalog.interop.file.Home;
import io.plumbline.catalog.interop.told.Shape;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.catalog.interop.told.SqlText;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation.Derived.Input;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A catalog as a dbt file. A metric that MetricFlow computes as we do is a metric there; any other stands whole in the
 * meta of the semantic model that it is about, so that nobody gets another number under its name.
 */
public final class DbtExport {
    /** Members of a definition that have their own place in a metric. */
    private static final List<String> SAID = List.of("display_name", "description");

    private final Catalog catalog;
    private final Shapes shapes;
    private final FileNames names;
    private final Map<String, DbtModel> models = new HashMap<>();

    private DbtExport(Catalog catalog) {
        this.catalog = catalog;
        this.shapes = new Shapes(catalog, DbtAggregations.KNOWN);
        this.names = FileNames.of(catalog.metrics(), shapes);
    }

    public static ObjectNode of(Catalog catalog) {
        return new DbtExport(catalog).export();
    }

    private ObjectNode export() {
        catalog.entities().forEach(entity -> models.put(entity.name(), DbtModel.of(entity, catalog)));
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode list = file.putArray("semantic_models");
        ArrayNode metrics = file.putArray("metrics");
        catalog.metrics().forEach(metric -> add(metric, metrics));
        for (Entity entity : catalog.entities()) {
            list.add(models.get(entity.name()).tree());
        }
        return file;
    }

    private void add(MetricDefinition metric, ArrayNode metrics) {
        switch (shapes.of(metric)) {
            case Shape.Aggregate it -> {
                String measure = models.get(it.entity()).addMeasure(names.of(metric), metric, it);
                ObjectNode params = addMetric(metric, "simple", metrics);
                params.putObject("measure").put("name", measure);
            }
            case Shape.Quotient it -> {
                ObjectNode params = addMetric(metric, "ratio", metrics);
                params.put("numerator", newest(it.numerator())).put("denominator", newest(it.denominator()));
            }
            case Shape.Formula it -> formula(it, addMetric(metric, "derived", metrics));
            case Shape.Untold _ -> models.get(Home.of(metric, shapes)).carry(metric);
        }
    }

    private ObjectNode addMetric(MetricDefinition metric, String type, ArrayNode metrics) {
        ObjectNode tree = metrics.addObject();
        tree.put("name", names.of(metric))
                .put("label", metric.displayName())
                .put("description", metric.description())
                .put("type", type);
        ObjectNode params = tree.putObject("type_params");
        tree.putObject("config")
                .putObject("meta")
                .set(Extension.NAMESPACE, Extension.rest(metric, names.of(metric), SAID));
        return params;
    }

    private void formula(Shape.Formula formula, ObjectNode params) {
        params.put("expr", SqlText.of(formula.expression(), UnaryOperator.identity()));
        ArrayNode inputs = params.putArray("metrics");
        for (Input input : formula.inputs()) {
            inputs.addObject().put("name", newest(input.metric())).put("alias", input.name());
        }
    }

    private String newest(String name) {
        return names.of(shapes.newest(name).orElseThrow());
    }
}
