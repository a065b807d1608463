package io.plumbline.query.compiler.plan;

import java.util.List;

/** What makes the rows of a step. */
public sealed interface Relation {
    /** The names of its columns. */
    List<String> columns();

    /**
     * Rows of sources, chosen, perhaps grouped.
     *
     * @param outputs its columns
     * @param from the first source
     * @param where all must hold
     * @param keys how many of the first outputs it groups by; with 0, outputs that aggregate make one row of all
     */
    record Select(List<Named> outputs, Source from, List<Join> joins, List<Expr> where, int keys) implements Relation {
        public Select {
            outputs = List.copyOf(outputs);
            joins = List.copyOf(joins);
            where = List.copyOf(where);
            if (keys < 0 || keys > outputs.size()) {
                throw new IllegalArgumentException("keys are the first outputs");
            }
        }

        @Override
        public List<String> columns() {
            return outputs.stream().map(Named::name).toList();
        }
    }

    /** The rows of all, one after another; their columns agree. */
    record UnionAll(List<Select> parts) implements Relation {
        public UnionAll {
            parts = List.copyOf(parts);
            if (parts.stream().map(Select::columns).distinct().count() != 1) {
                throw new IllegalArgumentException("a union needs parts of equal columns");
            }
        }

        @Override
        public List<String> columns() {
            return parts.getFirst().columns();
        }
    }

    /** An output: an expression and its name, which is the catalog's or the planner's. */
    record Named(String name, Expr value) {}
}
