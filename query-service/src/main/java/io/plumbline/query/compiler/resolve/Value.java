package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation.Composite.Baseline;
import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Optional;

/** How a measure's number is made, bound to entities and templates. */
public sealed interface Value {

    /** One value over another; each is aggregated first. */
    record Quotient(Leaf numerator, Leaf denominator) implements Value {}

    /** A value that rows of the warehouse are aggregated to. */
    sealed interface Leaf extends Value {}

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
            implements Leaf {}

    /** A value of each closed sprint, rolled up. */
    record Sprints(Template template, Aggregation aggregation) implements Leaf {}

    /** Issues in a state at the end of each period. */
    record States(Template where, Aggregation aggregation) implements Leaf {}

    /** Weighted z-scores of each closed sprint's values, averaged. */
    record Score(List<Part> parts, Baseline baseline) implements Leaf {
        public Score {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a score: its name in the answer, its weight and the sprint's value. */
    record Part(String name, double weight, Template template) {}
}
