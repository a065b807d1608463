package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation.Composite.Baseline;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a measure's number is made, bound to entities and templates. */
public sealed interface Value {

    /** What rows of the warehouse are aggregated for: the value itself, or the leaves of those that it is made of. */
    Stream<Leaf> leaves();

    /** One value over another; each is aggregated first. */
    record Quotient(Value numerator, Value denominator) implements Value {
        @Override
        public Stream<Leaf> leaves() {
            return Stream.concat(numerator.leaves(), denominator.leaves());
        }
    }

    /**
     * Arithmetic over other values; each is aggregated first.
     *
     * @param template an expression over the inputs' names
     */
    record Derived(Template template, List<Input> inputs) implements Value {
        public Derived {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Stream<Leaf> leaves() {
            return inputs.stream().flatMap(input -> input.value().leaves());
        }
    }

    /** An input of a derived value: what its template calls it. */
    record Input(String name, Value value) {}

    /** A value that rows of the warehouse are aggregated to. */
    sealed interface Leaf extends Value {
        @Override
        default Stream<Leaf> leaves() {
            return Stream.of(this);
        }
    }

    /**
     * Rows of one entity, aggregated.
     *
     * @param time when a row counts
     * @param where which rows count
     * @param leftOut rows that would count but for a missing value
     */
    record Rows(
            Entity entity,
            Entity.TimeColumn time,
            Template template,
            Optional<Template> where,
            Aggregation aggregation,
            Optional<Template> leftOut)
            implements Leaf {
        /** The same rows' values with another aggregation. */
        public Rows rolledUp(Aggregation other) {
            return new Rows(entity, time, template, where, other, leftOut);
        }
    }

    /** A value of each closed sprint, rolled up. */
    record Sprints(Template template, Aggregation aggregation) implements Leaf {}

    /**
     * Issues in a state at the end of each period.
     *
     * @param template the value of one issue, rolled up over issues; without one issues are counted, and the counts rolled up
     *     over periods; the distinct count is that of the issues at any day end
     */
    record States(Template where, Optional<Template> template, Aggregation aggregation) implements Leaf {
        /** Whether the number is made of the states at day ends, not of those at the end of the period. */
        public boolean isDaily() {
            return template.isEmpty() && aggregation != Aggregation.LAST;
        }
    }

    /** Weighted z-scores of each closed sprint's values. */
    record Score(List<Part> parts, Baseline baseline, RollUp rollUp) implements Leaf {
        public Score {
            parts = List.copyOf(parts);
        }

        /** The same scores, rolled up in another way. */
        public Score rolledUp(RollUp other) {
            return new Score(parts, baseline, other);
        }

        /** What is made of the sprints' scores. */
        public enum RollUp {
            AVERAGE,
            /** How many sprints have a score. */
            SCORES,
            /** How many sprints there are. */
            SPRINTS
        }
    }

    /**
     * The values of finer groups, rolled up; groups without a value are left out.
     *
     * @param value the value of each group
     * @param over what the groups have besides the dimensions of the answer; {@code metric_time} takes the place of that of the
     *     answer, and its periods without rows are groups too
     */
    record Grouped(Value value, List<ResolvedDimension> over, Aggregation aggregation) implements Leaf {
        public Grouped {
            over = List.copyOf(over);
        }

        @Override
        public Stream<Leaf> leaves() {
            return value.leaves();
        }

        /** The same groups with another value. */
        public Grouped of(Value other) {
            return new Grouped(other, over, aggregation);
        }

        /** The same groups, rolled up in another way. */
        public Grouped rolledUp(Aggregation other) {
            return new Grouped(value, over, other);
        }

        /** Whether periods are rolled up. */
        public boolean isOverTime() {
            return over.stream().anyMatch(ResolvedDimension::isMetricTime);
        }
    }

    /** A part of a score: its name in the answer, its weight and the sprint's value. */
    record Part(String name, double weight, Template template) {}
}
