package io.plumbline.query.compiler.plan;

import io.plumbline.spec.Granularity;
import java.util.List;

/** A value or condition within a step. Callers' values are in {@link Bind} alone, and no name is a caller's. */
public sealed interface Expr {

    /** A column of a source in scope. */
    record Column(String source, String name) implements Expr {}

    /** A column of the result, by its name; only in an order. */
    record Output(String name) implements Expr {}

    /**
     * A value handed over beside the text; binds of one name are the same value.
     *
     * @param isPresent whether the value is the instant that the spec is compiled for
     */
    record Bind(String name, Type type, Object value, boolean isPresent) implements Expr {
        public Bind(String name, Type type, Object value) {
            this(name, type, value, false);
        }
    }

    /** A value of the catalog or of the planner itself: a number, text, boolean, or null for no value. */
    record Constant(Object value) implements Expr {
        public static final Constant NULL = new Constant(null);
        public static final Constant TRUE = new Constant(true);
        public static final Constant FALSE = new Constant(false);
    }

    record Binary(Operator operator, Expr left, Expr right) implements Expr {}

    /** All conditions hold; true of none. */
    record Every(List<Expr> conditions) implements Expr {
        public Every {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of the conditions holds; false of none. */
    record Either(List<Expr> conditions) implements Expr {
        public Either {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Expr condition) implements Expr {}

    record NullTest(Expr value, boolean negated) implements Expr {}

    record Membership(Expr value, List<Expr> options, boolean negated) implements Expr {
        public Membership {
            options = List.copyOf(options);
        }
    }

    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The value of the first branch that holds; {@code otherwise} null means no value. */
    record Case(List<When> branches, Expr otherwise) implements Expr {
        public Case {
            branches = List.copyOf(branches);
        }
    }

    record When(Expr condition, Expr value) {}

    record Cast(Expr value, Type type) implements Expr {}

    /** The first day of the period that the day or local time lies in. */
    record Floor(Granularity granularity, Expr value) implements Expr {}

    /** The day so many periods later. */
    record Shift(Expr day, Granularity granularity, Expr count) implements Expr {}

    /** Some text of the list matches the pattern, case aside. */
    record AnyLike(Expr list, Expr pattern) implements Expr {}

    /** Several values as one. */
    record Tuple(List<Expr> values) implements Expr {
        public Tuple {
            values = List.copyOf(values);
        }
    }

    /**
     * A value of many rows.
     *
     * @param argument null only for a count of rows
     * @param filter which rows count; null means all
     */
    record Aggregate(Kind kind, Expr argument, boolean distinct, Expr filter) implements Expr {
        /** What is made of the rows. */
        public enum Kind {
            COUNT,
            SUM,
            AVG,
            MIN,
            MAX,
            DEVIATION
        }
    }

    /** The half-open stretches of time of many rows as a list, those that overlap or touch put together. */
    record MergedStretches(Expr from, Expr to) implements Expr {}

    /** The interpolated value below which that fraction of the rows lies. */
    record Percentile(double fraction, Expr argument, Expr filter) implements Expr {}

    /** The place of the row within its partition, from 1. */
    record Position(List<Expr> partition, List<Order> order) implements Expr {
        public Position {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }
    }

    /** The place of the row's value in its partition's order, from 1; equal values share the better place. */
    record Rank(List<Expr> partition, Order order) implements Expr {
        public Rank {
            partition = List.copyOf(partition);
        }
    }

    /** The number of rows before the limit. */
    record TotalRows() implements Expr {}

    /** A JSON object of numbers. */
    record Parts(List<Member> members) implements Expr {
        public Parts {
            members = List.copyOf(members);
        }
    }

    record Member(String name, Expr value) {}

    /** How two values are joined. */
    enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        DISTINCT_FROM,
        ADD,
        SUBTRACT,
        MULTIPLY,
        /** Always decimal. */
        DIVIDE,
        /** Text against a pattern, case aside. */
        LIKE,
        /** A value is in a list. */
        IN_LIST,
        /** Two lists share a value. */
        OVERLAPS;

        /** Whether it makes a number or an instant; the others make conditions. */
        public boolean isArithmetic() {
            return switch (this) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
                case EQ, NE, LT, LE, GT, GE, DISTINCT_FROM, LIKE, IN_LIST, OVERLAPS -> false;
            };
        }
    }

    /** Functions of one row's values. */
    enum Function {
        COALESCE,
        NULLIF,
        ABS,
        /** Missing arguments are passed over, as in {@code LEAST}. */
        GREATEST,
        LEAST,
        ROUND,
        DAYS_BETWEEN,
        HOURS_BETWEEN,
        /** Two instants, then a working calendar: zone, days of the week and holidays. */
        WORKING_DAYS_BETWEEN,
        /** A duration of days of 24 hours. */
        DAYS,
        /** The local time of an instant in a zone. */
        LOCAL_TIME,
        /** The instant at which a day begins in a zone. */
        START_OF_DAY,
        /** The number of values in a list. */
        SIZE,
        /** Text in the order of its characters' codes, the same on every machine. */
        BINARY_ORDER
    }
}
