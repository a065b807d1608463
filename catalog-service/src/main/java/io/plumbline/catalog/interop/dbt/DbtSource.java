package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.interop.file.Foreign;
import io.plumbline.catalog.interop.file.Members;
import io.plumbline.catalog.interop.file.Relations;
import io.plumbline.catalog.interop.file.Rows;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic model of a file, as far as measures need it.
 *
 * @param pointer where it stands
 */
record DbtSource(JsonNode model, String pointer, Relations relations) {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:\\{\\{\\s*)?(?:ref|source)\\(\\s*['\"]([\\w.-]+)['\"]\\s*(?:,\\s*['\"]([\\w.-]+)['\"]\\s*)?\\)(?:\\s*\\}\\})?");
    private static final Pattern DIMENSION =
            Pattern.compile("\\{\\{\\s*Dimension\\(\\s*['\"]([a-z0-9_]+?)__([a-z0-9_]+)['\"]\\s*\\)\\s*\\}\\}");

    /** @throws Unmappable where it stands on a relation that is none of ours */
    Entity entity() {
        String table = table();
        return relations
                .find(table, model.path("name").asText())
                .orElseThrow(() -> new Unmappable(
                        pointer + "/model",
                        "unknown_relation",
                        "Metrics are made of the warehouse's own relations, and `%s` is none.".formatted(table),
                        relations.tables()));
    }

    private String table() {
        JsonNode relation = model.path("node_relation");
        if (relation.hasNonNull("alias")) {
            return relation.path("schema_name").asText() + "."
                    + relation.path("alias").asText();
        }
        String text = model.path("model").asText().strip();
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return text;
        }
        return reference.group(2) == null ? reference.group(1) : reference.group(2);
    }

    /** The expression behind a dimension of this model. */
    private Optional<String> dimension(String name) {
        for (JsonNode dimension : model.path("dimensions")) {
            if (dimension.path("name").asText().equals(name)) {
                return Optional.of(Members.text(dimension, "expr").orElse(name));
            }
        }
        return Optional.empty();
    }

    /** The column that a measure's rows count at; empty where neither it nor the model names one. */
    Optional<String> timeColumn(JsonNode measure) {
        return Members.text(measure, "agg_time_dimension")
                .or(() -> Members.text(model.path("defaults"), "agg_time_dimension"))
                .map(name -> dimension(name).orElse(name));
    }

    /**
     * The condition that filters write; null where there are none.
     *
     * @param filters a text or a list of texts, or absent
     */
    Expression filter(JsonNode filters, String place) {
        var texts = new ArrayList<JsonNode>();
        if (filters.isArray()) {
            filters.forEach(texts::add);
        } else if (filters.isTextual()) {
            texts.add(filters);
        }
        Expression all = null;
        for (JsonNode text : texts) {
            Expression one = Foreign.parse(withColumns(text.asText(), place), place);
            all = Rows.and(all, one);
        }
        return all;
    }

    private String withColumns(String filter, String place) {
        return DIMENSION.matcher(filter).replaceAll(found -> {
            String entity = found.group(1);
            String name = found.group(2);
            if (!primaryEntities().contains(entity)) {
                throw new Unmappable(
                        place,
                        "other_entity",
                        "A filter takes dimensions of the measure's own semantic model; `%s` is another's."
                                .formatted(entity),
                        primaryEntities());
            }
            String expression = dimension(name).orElse(name);
            return Matcher.quoteReplacement("(" + ExpressionPrinter.print(Foreign.parse(expression, place)) + ")");
        });
    }

    private List<String> primaryEntities() {
        var names = new ArrayList<String>();
        Members.text(model, "primary_entity").ifPresent(names::add);
        for (JsonNode entity : model.path("entities")) {
            if (entity.path("type").asText().equalsIgnoreCase("primary")) {
                names.add(entity.path("name").asText());
            }
        }
        return names;
    }
}
