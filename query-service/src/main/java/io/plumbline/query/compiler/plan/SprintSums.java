package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.expression.AggregateFunction;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionParser;
import io.plumbline.spec.expression.ScalarFunction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sums that the warehouse keeps of each sprint and project, in place of the sprint's issues. Templates made of these sums
 * alone give the same values: an import keeps sums and issues in one transaction, and the sum of a sprint's projects is that of
 * the sprint. Counterpart: view {@code warehouse.sprint_sums_of_facts}; a test compares the two.
 */
public final class SprintSums {
    /** What is summed up, by the column that keeps it. */
    public static final Map<String, String> SUMS = Map.ofEntries(
            Map.entry("issues", "count(issue_id)"),
            Map.entry("committed", "count(*) filter (where committed)"),
            Map.entry("added", "count(*) filter (where added)"),
            Map.entry("taken", "count(*) filter (where added or committed)"),
            Map.entry("kept", "count(*) filter (where committed and completed)"),
            Map.entry("carried_in", "count(*) filter (where committed and carried_in)"),
            Map.entry("reopened", "count(*) filter (where reopened)"),
            Map.entry("bugs_added", "count(*) filter (where added and is_bug)"),
            Map.entry("planned_points", "sum(points_start) filter (where committed)"),
            Map.entry("completed_points", "sum(points_end) filter (where completed)"),
            Map.entry("spilled_points", "sum(coalesce(points_start, 0)) filter (where committed and open_at_end)"),
            Map.entry(
                    "left_points",
                    "sum(coalesce(points_start, 0)) filter (where committed and (open_at_end or pulled_out))"),
            Map.entry("added_points", "sum(points_joined) filter (where added)"),
            Map.entry("removed_points", "sum(points_removed) filter (where removed)"),
            Map.entry("total_blocked_hours", "sum(blocked_hours)"));

    private static final Map<Expression, String> COLUMNS = columns(SUMS);

    private SprintSums() {}

    /** Whether the template reads nothing of the issues but sums that are kept. */
    static boolean cover(Template template) {
        return template.expression().stream()
                .filter(Expression.Aggregate.class::isInstance)
                .allMatch(COLUMNS::containsKey);
    }

    /** The sum in terms of the kept one: of no rows it is null, and a count 0. Empty: it is not kept. */
    static Optional<Expression> of(Expression.Aggregate sum) {
        return Optional.ofNullable(COLUMNS.get(sum)).map(column -> {
            var kept = new Expression.Aggregate(AggregateFunction.SUM, new Expression.Column(column), false, null);
            return sum.function() == AggregateFunction.COUNT
                    ? new Expression.Call(
                            ScalarFunction.COALESCE, List.of(kept, new Expression.NumberLiteral(BigDecimal.ZERO)))
                    : kept;
        });
    }

    /** The kept sums where the issues of sprints would stand: under their name, with the columns that lead to a project. */
    static Entity inPlaceOf(Entity issues) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        List.of(Names.INSTANCE_ID, Names.SPRINT_ID, Names.PROJECT_ID).forEach(key -> columns.put(key, ColumnType.TEXT));
        COLUMNS.values().forEach(sum -> columns.put(sum, ColumnType.NUMBER));
        return new Entity(
                issues.name(),
                "What a sprint's issues of one project add up to.",
                "warehouse.sprint_totals",
                List.of(Names.INSTANCE_ID, Names.SPRINT_ID, Names.PROJECT_ID),
                columns,
                Map.of(),
                issues.joins(),
                null);
    }

    private static Map<Expression, String> columns(Map<String, String> sums) {
        Map<Expression, String> columns = new HashMap<>();
        sums.forEach((column, sum) -> columns.put(ExpressionParser.parse(sum), column));
        return Map.copyOf(columns);
    }
}
