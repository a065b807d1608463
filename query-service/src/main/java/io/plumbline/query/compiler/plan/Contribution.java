package io.plumbline.query.compiler.plan;

import java.util.List;

/** A step that has all keys and the values of some cells, at most one row for each combination of keys. */
record Contribution(String step, List<Cell> cells) {
    Contribution {
        cells = List.copyOf(cells);
    }
}
