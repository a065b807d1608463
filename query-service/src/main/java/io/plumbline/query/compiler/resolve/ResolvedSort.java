package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.SprintColumn;

/** A key of the result order. */
public sealed interface ResolvedSort {
    boolean descending();

    /** By the dimension at that place. */
    record ByDimension(int index, boolean descending) implements ResolvedSort {}

    /** By what an answer by sprint shows of each sprint. */
    record BySprint(SprintColumn column, boolean descending) implements ResolvedSort {}

    /** By a number of the measure at that place. */
    record ByMeasure(int index, Figure figure, boolean descending) implements ResolvedSort {}
}
