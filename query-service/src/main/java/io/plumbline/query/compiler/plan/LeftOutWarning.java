package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.List;

/** How many rows would count but for a missing value. */
record LeftOutWarning(PlanContext context, String metric, Rows value) {
    private static final String STEP = "left_out";
    private static final String COUNT = "left_out_rows";

    PlannedQuery.Warning plan() {
        EntityRows rows = context.rows(value.entity());
        EventTime.Placed placed = EventTime.of(context, value.time()).place(rows);
        rows.filter(context.spec().filters());
        rows.where(Templates.of(value.leftOut().orElseThrow(), placed.scope(), STEP));
        Relation counted = rows.select(List.of(new Relation.Named(COUNT, Terms.countOfDistinct(rowOf(rows)))), 0);
        context.steps().add(STEP, "rows that lack a value", counted);
        var select = new Relation.Select(
                List.of(new Relation.Named(COUNT, Terms.column(STEP, COUNT))),
                Source.Ref.to(STEP),
                List.of(),
                List.of(),
                0);
        List<ResultColumn> columns = List.of(new ResultColumn(COUNT, ResultType.INTEGER));
        Plan plan = new Plan(context.steps().all(), select, List.of(), SprintList.limit(), columns);
        return new PlannedQuery.Warning(plan, this::sentences);
    }

    /** A row that counts in several buckets is left out once. */
    private Expr rowOf(EntityRows rows) {
        return new Expr.Tuple(value.entity().key().stream().map(rows::column).toList());
    }

    private List<String> sentences(List<List<Object>> rows) {
        long count = (Long) rows.getFirst().getFirst();
        if (count == 0) {
            return List.of();
        }
        String noun = value.entity().name().replace('_', ' ') + (count == 1 ? " is" : "s are");
        return List.of(
                "%s: %d %s left out, because a value that it is measured from is missing (see the metric's definition)."
                        .formatted(metric, count, noun));
    }
}
