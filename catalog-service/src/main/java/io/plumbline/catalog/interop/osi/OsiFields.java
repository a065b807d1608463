package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Relations;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.ExpressionPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The datasets of a document and what their fields stand for. */
final class OsiFields {
    private static final Pattern FIELD = Pattern.compile("'(?:[^']|'')*'?|\\b([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)\\b");
    private static final List<String> DIALECTS = List.of("ANSI_SQL");

    private final JsonNode model;
    private final String pointer;
    private final Relations relations;

    OsiFields(JsonNode model, String pointer, Catalog catalog) {
        this.model = model;
        this.pointer = pointer;
        this.relations = new Relations(catalog.entities());
    }

    /**
     * An expression without the names of datasets.
     *
     * @param dataset the only one that it reads; empty where it names none
     */
    record Unqualified(String sql, Optional<String> dataset) {}

    /** @throws Unmappable where the expression reads several datasets, or one that the document has not */
    Unqualified unqualified(String sql, String place) {
        var datasets = new TreeSet<String>();
        String text = FIELD.matcher(sql).replaceAll(found -> {
            if (found.group(1) == null) {
                return Matcher.quoteReplacement(found.group());
            }
            String dataset = found.group(1).toLowerCase(Locale.ROOT);
            datasets.add(dataset);
            return Matcher.quoteReplacement(field(dataset, found.group(2).toLowerCase(Locale.ROOT), place));
        });
        if (datasets.size() > 1) {
            throw new Unmappable(
                    place,
                    "several_datasets",
                    "One aggregate reads one dataset here, and this one reads " + String.join(", ", datasets) + ".");
        }
        return new Unqualified(text, datasets.stream().findFirst());
    }

    private String field(String dataset, String name, String place) {
        for (JsonNode field : dataset(dataset, place).path("fields")) {
            if (field.path("name").asText().equalsIgnoreCase(name)) {
                String sql = expression(field, place).orElse(name);
                return sql.equalsIgnoreCase(name)
                        ? name
                        : "(" + ExpressionPrinter.print(Foreign.parse(sql, place)) + ")";
            }
        }
        return name;
    }

    /** The entity that a dataset stands for; where an expression names none, the document's only one. */
    Entity entity(Optional<String> dataset, String place) {
        JsonNode datasets = model.path("datasets");
        if (dataset.isEmpty() && datasets.size() != 1) {
            throw new Unmappable(
                    place, "which_dataset", "Name the dataset before each field, as in issue.created_at.", names());
        }
        JsonNode chosen = dataset.isEmpty() ? datasets.get(0) : dataset(dataset.get(), place);
        String source = chosen.path("source").asText();
        return relations
                .find(source, chosen.path("name").asText())
                .orElseThrow(() -> new Unmappable(
                        pointer + "/datasets",
                        "unknown_relation",
                        "Metrics are made of the warehouse's own relations, and `%s` is none.".formatted(source),
                        relations.tables()));
    }

    private JsonNode dataset(String name, String place) {
        for (JsonNode dataset : model.path("datasets")) {
            if (dataset.path("name").asText().equalsIgnoreCase(name)) {
                return dataset;
            }
        }
        throw new Unmappable(place, "unknown_dataset", "The document has no dataset `%s`.".formatted(name), names());
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        model.path("datasets").forEach(dataset -> names.add(dataset.path("name").asText()));
        return names;
    }

    /** The expression in standard SQL; empty where there is none at all. */
    static Optional<String> expression(JsonNode element, String place) {
        JsonNode dialects = element.path("expression").path("dialects");
        for (JsonNode dialect : dialects) {
            if (DIALECTS.contains(dialect.path("dialect").asText(DIALECTS.getFirst()))) {
                return Members.text(dialect, "expression");
            }
        }
        if (!dialects.isEmpty()) {
            throw new Unmappable(place, "dialect", "Only expressions in standard SQL are read.", DIALECTS);
        }
        return Optional.empty();
    }
}
