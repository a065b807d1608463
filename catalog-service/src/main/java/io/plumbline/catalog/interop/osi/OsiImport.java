package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Assembly;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an OSI document: every metric of every semantic model in it. */
public final class OsiImport {
    private static final String TITLE = "Open Semantic Interchange";
    private static final String MODELS = "semantic_model";
    private static final String METRICS = "metrics";
    private static final Set<String> DOCUMENT = Set.of("version", MODELS);
    private static final Set<String> MODEL =
            Set.of("name", "description", "ai_context", "datasets", "relationships", METRICS, "custom_extensions");

    private final Catalog catalog;
    private final OsiExpression expressions;
    private final List<Reading> readings = new ArrayList<>();

    private OsiImport(JsonNode file, Catalog catalog) {
        this.catalog = catalog;
        List<MetricDefinition> own = definitions(file);
        List<String> replaced = own.stream().map(MetricDefinition::name).toList();
        List<MetricDefinition> all = Stream.concat(
                        own.stream(), catalog.metrics().stream().filter(metric -> !replaced.contains(metric.name())))
                .toList();
        this.expressions = new OsiExpression(
                new Shapes(new Catalog("", catalog.entities(), catalog.dimensions(), all), OsiExpression.KNOWN));
    }

    /**
     * @param catalog whose entities datasets may stand for
     * @throws Unmappable where the file has not the form of an OSI document
     */
    public static List<Reading> of(JsonNode file, Catalog catalog) {
        if (!file.path(MODELS).isArray()) {
            throw new Unmappable("", "not_osi", "An OSI document has `version` and the list `semantic_model`.");
        }
        Members.refuseOthers(file, DOCUMENT, "");
        var reader = new OsiImport(file, catalog);
        for (int i = 0; i < file.path(MODELS).size(); i++) {
            reader.readModel(file.path(MODELS).get(i), "/" + MODELS + "/" + i);
        }
        return reader.readings;
    }

    private void readModel(JsonNode model, String pointer) {
        Members.refuseOthers(model, MODEL, pointer);
        OsiExtensions.read(model)
                .ifPresent(ours -> readings.addAll(Reading.carried(ours, pointer + "/custom_extensions")));
        var metric = new OsiMetric(new OsiFields(model, pointer, catalog), expressions);
        for (int i = 0; i < model.path(METRICS).size(); i++) {
            read(metric, model.path(METRICS).get(i), pointer + "/" + METRICS + "/" + i);
        }
    }

    private void read(OsiMetric reader, JsonNode metric, String pointer) {
        Optional<String> name = Members.text(metric, "name");
        if (name.isEmpty()) {
            readings.add(
                    new Reading.Refused("?", FieldError.of(pointer + "/name", "required", "A metric has a name.")));
            return;
        }
        try {
            readings.addAll(reader.read(metric, name.get(), pointer));
        } catch (Unmappable reason) {
            readings.add(new Reading.Refused(name.get(), reason.error()));
        }
    }

    /** What our extensions say the metrics of the document are, for those that are made of others. */
    private static List<MetricDefinition> definitions(JsonNode file) {
        var definitions = new ArrayList<MetricDefinition>();
        for (JsonNode model : file.path(MODELS)) {
            for (JsonNode metric : model.path(METRICS)) {
                Optional<ObjectNode> ours = OsiExtensions.read(metric);
                if (ours.isPresent() && Members.text(metric, "name").isPresent()) {
                    assembly(metric, metric.path("name").asText(), "", ours)
                            .extended()
                            .ifPresent(definitions::add);
                }
            }
        }
        return definitions;
    }

    static Assembly assembly(JsonNode metric, String name, String pointer, Optional<ObjectNode> ours) {
        JsonNode context = metric.path("ai_context");
        return new Assembly(TITLE, name, pointer, ours)
                .say("description", metric.path("description"), pointer + "/description")
                .say("synonyms", context.path("synonyms"), pointer + "/ai_context/synonyms")
                .say("examples", context.path("examples"), pointer + "/ai_context/examples");
    }
}
