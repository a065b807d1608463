package io.plumbline.query.compiler.plan;

import java.time.Instant;
import java.util.List;

/**
 * The plan in words, for explain: the same for every tenant, because nothing in it comes from data.
 *
 * @param timezone where days begin
 * @param asOf the instant whose state is asked for; null for the present state
 * @param range the range of {@code metric_time}
 * @param previous the range it is compared with; null without comparison
 * @param steps the named parts of the statement, each reading from those before it
 * @param order the result's order, for example {@code velocity desc}
 * @param limit the most rows
 */
public record PlanDescription(
        String timezone, Instant asOf, Range range, Range previous, List<Step> steps, List<String> order, int limit) {
    public PlanDescription {
        steps = List.copyOf(steps);
        order = List.copyOf(order);
    }

    /** Instants from {@code from}, inclusive, to {@code to}, exclusive; null means open. */
    public record Range(Instant from, Instant to) {}

    /**
     * @param name as in the SQL
     * @param purpose a sentence: what its rows are
     * @param reads relations of the warehouse and earlier steps
     * @param columns what it hands on
     */
    public record Step(String name, String purpose, List<String> reads, List<String> columns) {
        public Step {
            reads = List.copyOf(reads);
            columns = List.copyOf(columns);
        }
    }
}
