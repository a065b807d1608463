package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of row in the warehouse. Every relation also has {@code tenant_id}, which is never listed here: the planner
 * alone constrains it.
 *
 * @param name for example {@code issue}
 * @param description one sentence on what a row is
 * @param relation {@code schema.table} of the warehouse
 * @param key the columns that, with {@code tenant_id}, name one row
 * @param columns what templates and dimensions of this entity may read
 * @param times the time columns that can be a metric's event time, by name
 * @param joins many-to-one paths to other entities
 * @param asOf {@code schema.function} of one instant that gives the rows as they stood then, in the same columns; null
 *     where the rows have no history and their present values stand in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entity(
        String name,
        String description,
        String relation,
        List<String> key,
        Map<String, ColumnType> columns,
        Map<String, TimeColumn> times,
        List<Join> joins,
        String asOf) {
    public Entity {
        key = List.copyOf(key);
        columns = inOrder(columns);
        times = times == null ? Map.of() : inOrder(times);
        joins = joins == null ? List.of() : List.copyOf(joins);
    }

    /** A copy that keeps the order of the definition, so that the catalog is written the same way every time. */
    private static <V> Map<String, V> inOrder(Map<String, V> members) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * A many-to-one path: each row here has at most one partner there.
     *
     * @param entity the entity it leads to
     * @param on column here → column there; equality of {@code tenant_id} is implied
     */
    public record Join(String entity, Map<String, String> on) {
        public Join {
            on = inOrder(on);
        }
    }

    /**
     * When a row counts: at one instant ({@code to} null), or over the half-open interval from {@code from} to {@code
     * to}, a null end in the row meaning that it lasts.
     */
    public record TimeColumn(String from, String to) {}
}
