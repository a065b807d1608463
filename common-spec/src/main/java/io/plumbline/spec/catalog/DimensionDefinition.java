package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something to group and filter by. A measure reaches it over the shortest many-to-one path to one of its sources, so a
 * snapshot's own status wins over the present one.
 *
 * @param name for example {@code project_key}
 * @param displayName for people, for example {@code Project}
 * @param description one sentence; for closed sets it names the values
 * @param type {@code TEXT}, {@code TEXT_LIST}, {@code BOOLEAN} or {@code TIME}
 * @param values the allowed values of a closed set; empty means any
 * @param synonyms other words people use for it
 * @param sources the columns that hold it; empty only for {@code metric_time}
 * @param perSprint whether it is one of the sprint's own dimensions, which per-sprint measures take
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DimensionDefinition(
        String name,
        String displayName,
        String description,
        ColumnType type,
        List<String> values,
        List<String> synonyms,
        List<Source> sources,
        boolean perSprint) {
    public DimensionDefinition {
        values = values == null ? List.of() : List.copyOf(values);
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** A column of an entity that holds the dimension's value. */
    public record Source(String entity, String column) {}
}
