package io.plumbline.query.compiler.resolve;

/** A key of the result order. */
public sealed interface ResolvedSort {
    boolean descending();

    /** By the dimension at that place. */
    record ByDimension(int index, boolean descending) implements ResolvedSort {}

    /** By the measure at that place. */
    record ByMeasure(int index, Figure figure, boolean descending) implements ResolvedSort {}

    /** Which of a measure's columns. */
    enum Figure {
        VALUE,
        PREVIOUS,
        DELTA,
        DELTA_PCT
    }
}
