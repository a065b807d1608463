package io.plumbline.query.compiler.plan;

import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Entity;
import java.util.Optional;

/** Where a select takes rows from, under an alias. */
public sealed interface Source {
    String alias();

    /**
     * A relation of the warehouse.
     *
     * @param asOf the instant at which its rows are read; empty for the present ones
     */
    record Scan(Entity entity, String alias, Optional<Expr> asOf) implements Source {
        public Scan {
            if (asOf.isPresent() && entity.asOf() == null) {
                throw new IllegalArgumentException(entity.name() + " has no history");
            }
        }

        /** The qualified name of the relation, or of the function that gives its rows at the instant. */
        public String relation() {
            return asOf.isPresent() ? entity.asOf() : entity.relation();
        }
    }

    /** An earlier step. */
    record Ref(String step, String alias) implements Source {
        public static Ref to(String step) {
            return new Ref(step, step);
        }
    }

    /** One row for each period from the first day to the last, both inclusive: column {@link #DAY}. */
    record Calendar(String alias, Expr first, Expr last, Granularity granularity) implements Source {
        public static final String DAY = "day";

        public Expr day() {
            return new Expr.Column(alias, DAY);
        }
    }

    /** One row for each distinct value of a list of an earlier source: column {@link #VALUE}. */
    record ListValues(String alias, Expr list) implements Source {
        public static final String VALUE = "value";

        public Expr value() {
            return new Expr.Column(alias, VALUE);
        }
    }

    /** One row for each stretch of time of a list of stretches of an earlier source, from its start to its end. */
    record Stretches(String alias, Expr list) implements Source {
        /** The name of a column that holds such a list. */
        public static final String COLUMN = "stretches";

        public static final String FROM = "from_at";
        public static final String TO = "to_at";

        public Expr from() {
            return new Expr.Column(alias, FROM);
        }

        public Expr to() {
            return new Expr.Column(alias, TO);
        }
    }
}
