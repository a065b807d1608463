package io.plumbline.spec.expression;

import io.plumbline.spec.catalog.ColumnType;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an expression may name in the place where it stands, and what it must be there.
 *
 * @param columns the columns of the entity and the pseudo-columns of the place
 * @param parameters the names of the metric's parameters
 * @param kind whether it is the value of one row, or of a set of rows
 * @param results the types that fit the place; empty means any
 */
public record Scope(SortedMap<String, ColumnType> columns, Set<String> parameters, Kind kind, Set<ValueType> results) {
    /** The instant of a snapshot. */
    public static final String SNAPSHOT_AT = "snapshot_at";
    /** The later of the row's interval's start and the period's start. */
    public static final String CLIP_FROM = "clip_from";
    /** The earlier of the row's interval's end, the period's end and the present. */
    public static final String CLIP_TO = "clip_to";

    /** Whether aggregates are refused or required. */
    public enum Kind {
        ROW,
        AGGREGATE
    }

    public Scope {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        parameters = Set.copyOf(parameters);
        results = Set.copyOf(results);
    }

    /** A place that takes the value of one row; aggregates are refused. */
    public static Scope row(Map<String, ColumnType> columns, Set<String> parameters) {
        return new Scope(new TreeMap<>(columns), parameters, Kind.ROW, Set.of());
    }

    /** A place that takes the value of a set of rows: every column stands inside an aggregate. */
    public static Scope aggregate(Map<String, ColumnType> columns, Set<String> parameters) {
        return new Scope(new TreeMap<>(columns), parameters, Kind.AGGREGATE, Set.of());
    }

    /** The same place, where the pseudo-columns of an interval's part within the period can be named too. */
    public Scope withClip() {
        return with(CLIP_FROM).with(CLIP_TO);
    }

    /** The same place, where the snapshot's instant can be named too. */
    public Scope withSnapshotInstant() {
        return with(SNAPSHOT_AT);
    }

    /** The same place, which takes only these types. */
    public Scope expecting(ValueType... types) {
        return new Scope(columns, parameters, kind, Set.of(types));
    }

    private Scope with(String instant) {
        var more = new TreeMap<>(columns);
        more.put(instant, ColumnType.TIME);
        return new Scope(more, parameters, kind, results);
    }
}
