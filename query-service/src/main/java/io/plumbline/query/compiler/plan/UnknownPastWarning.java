package io.plumbline.query.compiler.plan;

import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.List;

/** How many issues of a past state have no change history, so that their present state stood in for it. */
record UnknownPastWarning(PlanContext context) {
    private static final String ISSUE = "issue";
    private static final String HAS_HISTORY = "has_history";
    private static final String STEP = "unknown_past";
    private static final String COUNT = "issues";

    PlannedQuery.Warning plan() {
        EntityRows rows = context.rows(context.catalog().entity(ISSUE));
        rows.filter(context.spec().filters());
        rows.where(new Expr.Not(rows.column(HAS_HISTORY)));
        context.steps()
                .add(
                        STEP,
                        "issues without a change history",
                        rows.select(List.of(new Relation.Named(COUNT, Terms.countOfRows(null))), 0));
        var select = new Relation.Select(
                List.of(new Relation.Named(COUNT, Terms.column(STEP, COUNT))),
                Source.Ref.to(STEP),
                List.of(),
                List.of(),
                0);
        List<ResultColumn> columns = List.of(new ResultColumn(COUNT, ResultType.INTEGER));
        Plan plan = new Plan(context.steps().all(), select, List.of(), SprintList.limit(), columns);
        return new PlannedQuery.Warning(plan, UnknownPastWarning::sentences);
    }

    private static List<String> sentences(List<List<Object>> rows) {
        long count = (Long) rows.getFirst().getFirst();
        return count == 0
                ? List.of()
                : List.of("as_of: %d %s no change history; the present state was taken for the past one."
                        .formatted(count, count == 1 ? "issue has" : "issues have"));
    }
}
