package io.plumbline.query.compiler.plan;

import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;

/** The last select: the columns that are shown, the total number of rows, order and limit. */
final class Result {
    private static final String TOTAL = "total";

    private Result() {}

    static Plan of(Draft draft) {
        PlanContext context = draft.context();
        List<Relation.Named> outputs = new ArrayList<>();
        List<ResultColumn> columns = new ArrayList<>();
        for (Layout.Column column : Layout.of(context.spec())) {
            outputs.add(new Relation.Named(column.source(), draft.column(column.source())));
            columns.add(column.shown());
        }
        for (Layout.Column column : Layout.of(context.spec())) {
            String why = Ordering.why(column.source());
            draft.find(why).ifPresent(reason -> {
                outputs.add(new Relation.Named(why, reason));
                columns.add(new ResultColumn(column.shown().name(), ResultType.WHY));
            });
        }
        outputs.add(new Relation.Named(TOTAL, new Expr.TotalRows()));
        columns.add(new ResultColumn(TOTAL, ResultType.INTEGER));
        var limit = new Expr.Bind("limit", Type.INTEGER, (long) context.spec().limit());
        return new Plan(
                context.steps().all(), draft.select(outputs), new Ordering(context.spec()).of(draft), limit, columns);
    }
}
