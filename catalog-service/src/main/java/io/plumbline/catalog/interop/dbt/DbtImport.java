package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Relations;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a dbt file: every metric of it, and every measure that dbt makes a metric of. */
public final class DbtImport {
    private static final String MODELS = "semantic_models";
    private static final String METRICS = "metrics";
    /** What else a dbt file may hold; it defines no metric. */
    private static final Set<String> SECTIONS = Set.of(
            "version",
            MODELS,
            METRICS,
            "models",
            "sources",
            "seeds",
            "snapshots",
            "exposures",
            "saved_queries",
            "groups",
            "macros",
            "analyses",
            "unit_tests",
            "data_tests");

    private static final Set<String> MODEL = Set.of(
            "name",
            "label",
            "description",
            "model",
            "node_relation",
            "defaults",
            "primary_entity",
            "entities",
            "dimensions",
            "measures",
            "config",
            "meta");

    private final JsonNode file;
    private final Catalog catalog;
    private final Map<String, DbtMeasure> measures = new LinkedHashMap<>();

    private DbtImport(JsonNode file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    /**
     * @param catalog whose entities measures may stand on
     * @throws Unmappable where the file has not the form of one of dbt
     */
    public static List<Reading> of(JsonNode file, Catalog catalog) {
        if (!file.path(MODELS).isArray() && !file.path(METRICS).isArray()) {
            throw new Unmappable(
                    "",
                    "not_dbt",
                    "A dbt file has the lists `semantic_models` and `metrics`. Metrics within `models`, the newer form, are not read; write them as these two lists.");
        }
        Members.refuseOthers(file, SECTIONS, "");
        return new DbtImport(file, catalog).read();
    }

    private List<Reading> read() {
        var readings = new ArrayList<Reading>();
        JsonNode models = file.path(MODELS);
        for (int i = 0; i < models.size(); i++) {
            readModel(models.get(i), "/" + MODELS + "/" + i, readings);
        }
        JsonNode metrics = file.path(METRICS);
        var metric = new DbtMetric(catalog, measures, namesInFile(metrics));
        measures.values()
                .forEach(measure -> measure.ownMetric().ifPresent(label -> readings.add(own(metric, measure, label))));
        for (int i = 0; i < metrics.size(); i++) {
            readings.add(metric.read(metrics.get(i), "/" + METRICS + "/" + i));
        }
        return readings;
    }

    private void readModel(JsonNode model, String pointer, List<Reading> readings) {
        Members.refuseOthers(model, MODEL, pointer);
        var source = new DbtSource(model, pointer, new Relations(catalog.entities()));
        for (int i = 0; i < model.path("measures").size(); i++) {
            var measure = new DbtMeasure(source, model.path("measures").get(i), pointer + "/measures/" + i);
            DbtMeasure other = measures.putIfAbsent(measure.name(), measure);
            if (other != null) {
                readings.add(new Reading.Refused(
                        measure.name(),
                        FieldError.of(
                                measure.pointer(),
                                "duplicate_measure",
                                "There is another measure of this name at %s.".formatted(other.pointer()))));
            }
        }
        readings.addAll(Reading.carried(
                model.path("config").path("meta").path(Extension.NAMESPACE),
                pointer + "/config/meta/" + Extension.NAMESPACE));
    }

    private static Reading own(DbtMetric metric, DbtMeasure measure, String label) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", measure.name()).put("label", label).put("type", "simple");
        if (measure.measure().hasNonNull("description")) {
            tree.set("description", measure.measure().get("description"));
        }
        tree.putObject("type_params").put("measure", measure.name());
        return metric.read(tree, measure.pointer());
    }

    /** What each metric of the file is called here; the measures that are metrics by themselves among them. */
    private Map<String, String> namesInFile(JsonNode metrics) {
        var names = new LinkedHashMap<String, String>();
        measures.values().stream()
                .filter(measure -> measure.ownMetric().isPresent())
                .forEach(measure -> names.put(measure.name(), measure.name()));
        for (JsonNode metric : metrics) {
            String name = metric.path("name").asText();
            JsonNode ours = metric.path("config").path("meta").path(Extension.NAMESPACE);
            names.put(name, ours.path("name").asText(name));
        }
        return names;
    }
}
