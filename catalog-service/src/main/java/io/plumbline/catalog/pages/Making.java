package io.plumbline.catalog.pages;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Computation.Composite.Baseline;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.CalendarUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a metric's number is made, for people.
 *
 * @param formula as the catalog has it
 * @param where which rows count; null means all
 * @param population whose rows or values, in words
 * @param time when a row counts, in words
 * @param calendar the working calendar in words; null where the number does not depend on it
 * @param aggregation how values roll up, with what else may be asked for
 * @param additivity which sums mean something, in words
 */
public record Making(
        String formula,
        String where,
        String population,
        String time,
        String calendar,
        String aggregation,
        String additivity) {
    private static final String SPRINTS =
            "One value for each closed sprint with a known start and end, over the issues that were in it. Sub-tasks are left out.";
    private static final String SPRINT_END = "At the end of the sprint.";

    static Making of(MetricDefinition metric, Catalog catalog) {
        Making making = made(metric, catalog);
        return CalendarUse.in(metric.computation())
                ? making.by(catalog.calendar().inWords())
                : making;
    }

    private Making by(String words) {
        return new Making(formula, where, population, time, words, aggregation, additivity);
    }

    private static Making made(MetricDefinition metric, Catalog catalog) {
        return switch (metric.computation()) {
            case Computation.Simple it ->
                making(metric, it.sqlTemplate(), it.where(), rows(catalog, it.entity()), time(catalog, it));
            case Computation.PerSprint it -> making(metric, it.sqlTemplate(), null, SPRINTS, SPRINT_END);
            case Computation.Snapshot it ->
                making(
                        metric,
                        it.sqlTemplate() == null ? "count of distinct issues" : it.sqlTemplate(),
                        it.where(),
                        "The state of each issue at an instant.",
                        "At the end of each period; of the present one, now.");
            case Computation.Ratio it ->
                making(
                        metric,
                        it.numerator() + " / " + it.denominator(),
                        null,
                        "Two metrics, each computed first. No number where the denominator is 0.",
                        "Each side at its own time.");
            case Computation.Derived it ->
                making(
                        metric,
                        it.sqlTemplate(),
                        null,
                        "Metrics that are computed first, under these names: " + inputs(it) + ".",
                        "Each at its own time.");
            case Computation.Composite it -> making(metric, composite(it), null, baseline(it.baseline()), SPRINT_END);
        };
    }

    private static Making making(
            MetricDefinition metric, String formula, String where, String population, String time) {
        return new Making(formula, where, population, time, null, aggregation(metric), additivity(metric.additivity()));
    }

    private static String rows(Catalog catalog, String entity) {
        return catalog.entities().stream()
                .filter(it -> it.name().equals(entity))
                .map(Entity::description)
                .findFirst()
                .orElse(entity);
    }

    private static String time(Catalog catalog, Computation.Simple simple) {
        return catalog.entities().stream()
                .filter(it -> it.name().equals(simple.entity()) && it.times().containsKey(simple.eventTime()))
                .map(it -> it.times().get(simple.eventTime()))
                .map(it -> it.to() == null
                        ? "At the row's " + it.from() + "."
                        : "From %s to %s, cut to the period.".formatted(it.from(), it.to()))
                .findFirst()
                .orElse("");
    }

    private static String inputs(Computation.Derived derived) {
        return derived.inputs().stream()
                .map(it -> "%s is %s%s"
                        .formatted(
                                it.name(),
                                it.metric(),
                                it.agg() == null ? "" : " as " + it.agg().wireName()))
                .collect(Collectors.joining(", "));
    }

    private static String composite(Computation.Composite composite) {
        return composite.parts().stream()
                .map(part -> "%s × z(%s)".formatted(plain(part.weight()), part.metric()))
                .collect(Collectors.joining(" + "));
    }

    private static String baseline(Baseline baseline) {
        String population = switch (baseline.kind()) {
            case INSTANCE -> "the mean of all closed sprints of the instance, in sample standard deviations";
            case BOARD ->
                "the median of the %d closed sprints of the board before it, in 1.4826 × MAD"
                        .formatted(baseline.window());
        };
        return "For each closed sprint the distance z of each part from %s, cut to ±%s. No number with fewer than %d sprints."
                .formatted(population, plain(baseline.clip()), baseline.minimum());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String aggregation(MetricDefinition metric) {
        String own = metric.computation().aggregation().wireName();
        List<String> others = metric.computation().aggregations().stream()
                .map(Aggregation::wireName)
                .filter(name -> !name.equals(own))
                .toList();
        return others.isEmpty() ? own : own + "; on request also " + String.join(", ", others);
    }

    private static String additivity(Additivity additivity) {
        return switch (additivity) {
            case ADDITIVE -> "Numbers of disjoint groups and periods may be summed.";
            case SEMI_ADDITIVE -> "Numbers of disjoint groups may be summed, those of different periods may not.";
            case NON_ADDITIVE -> "A sum of its numbers means nothing: ask for the coarser group instead.";
        };
    }
}
