package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Window;
import java.util.List;
import java.util.Optional;

/**
 * A leaf of a measure with the columns that hold it from its aggregate to the answer.
 *
 * @param column for example {@code m1}; also begins the names of its binds
 * @param parts further columns, one for each part of a score
 * @param window over which periods each bucket counts; empty for its own
 */
record Cell(Leaf leaf, String column, Type type, List<String> parts, Optional<Window> window) {
    Cell {
        parts = List.copyOf(parts);
    }

    /** Another leaf, counted the same way. */
    Cell beside(String other, Leaf counted) {
        return new Cell(counted, other, Cells.type(counted), List.of(), window);
    }
}
