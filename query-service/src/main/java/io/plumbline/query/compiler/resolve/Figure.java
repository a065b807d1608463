package io.plumbline.query.compiler.resolve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of a measure's number columns. */
public enum Figure {
    VALUE,
    PREVIOUS,
    DELTA,
    DELTA_PCT,
    /** How many values are behind the value. */
    N;

    /** The answer's column of that measure: its own, or that with an ending. */
    public String column(String measure) {
        return this == VALUE ? measure : measure + "__" + name().toLowerCase(Locale.ROOT);
    }

    /** The figure of the measure that the column holds, if it holds one. */
    static Optional<Figure> find(String measure, String column) {
        return Arrays.stream(values())
                .filter(figure -> figure.column(measure).equals(column))
                .findFirst();
    }
}
