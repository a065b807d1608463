package io.plumbline.query.compiler.index;

import io.plumbline.spec.Dimension;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an answer by sprint shows of each sprint beside the day of its start. */
public enum SprintColumn {
    /** The name. */
    SPRINT("sprint_name"),
    BOARD("board");

    private final String dimension;

    SprintColumn(String dimension) {
        this.dimension = dimension;
    }

    /** The dimension that has the same of a sprint. */
    public String dimension() {
        return dimension;
    }

    /** The answer's column. */
    public String column() {
        return Dimension.METRIC_TIME + "__" + name().toLowerCase(Locale.ROOT);
    }

    /** The one that the column holds, if it holds one. */
    public static Optional<SprintColumn> find(String column) {
        return Arrays.stream(values())
                .filter(sprint -> sprint.column().equals(column))
                .findFirst();
    }
}
