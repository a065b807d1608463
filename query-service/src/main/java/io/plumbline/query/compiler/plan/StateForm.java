package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Snapshots: at the end of each period, or at the day ends inside it where a count's average or maximum is asked for. */
final class StateForm implements Form {
    /** How long a state lasts. */
    static final Entity.TimeColumn STATE = new Entity.TimeColumn(Names.FROM_AT, Names.TO_AT);

    private static final String STATES_AT_END = "states_at_end";

    @Override
    public List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<Boolean, List<Cell>> daily =
                cells.stream().collect(Collectors.partitioningBy(cell -> ((States) cell.leaf()).isDaily()));
        List<Contribution> contributions = new ArrayList<>();
        if (!daily.get(false).isEmpty()) {
            contributions.add(atEnd(context, daily.get(false)));
        }
        if (!daily.get(true).isEmpty()) {
            contributions.addAll(new DailyStates(context, daily.get(true)).plan());
        }
        return contributions;
    }

    private static Contribution atEnd(PlanContext context, List<Cell> cells) {
        EntityRows rows = context.rows(context.catalog().entity(Names.ISSUE_STATE));
        Span span = context.axis().spans(rows, STATE);
        StateRows states = StateRows.at(rows, span);
        rows.filter(context.spec().filters());
        if (context.frame().isFuture()) {
            rows.where(Expr.Constant.FALSE);
        }
        Relation select = states.values(context.keys(span.bucket(), rows::key), cells);
        String purpose =
                span.step().isEmpty() ? "issues' states at the end of the range" : "issues' states at period ends";
        return new Contribution(context.steps().add(context.name(STATES_AT_END), purpose, select), cells);
    }
}
