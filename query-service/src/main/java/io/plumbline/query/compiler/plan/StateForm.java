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
            contributions.add(new DailyStates(context, daily.get(true)).plan());
        }
        return contributions;
    }

    private static Contribution atEnd(PlanContext context, List<Cell> cells) {
        Entity state = context.catalog().entity(Names.ISSUE_STATE);
        Frame frame = context.frame();
        String periods = context.spec()
                .metricTime()
                .map(dimension -> new Periods(context).step(state, Names.FROM_AT, dimension))
                .orElse(null);
        Expr at = periods == null ? frame.until() : Terms.column(periods, Names.TO_AT);
        StateRows states = StateRows.at(context, at, periods);
        if (frame.isFuture()) {
            states.rows().where(Expr.Constant.FALSE);
        }
        Relation select =
                states.values(context.keys(states.rows(), dimension -> Terms.column(periods, dimension.name())), cells);
        String purpose = periods == null ? "issues' states at the end of the range" : "issues' states at period ends";
        return new Contribution(context.steps().add(context.name(STATES_AT_END), purpose, select), cells);
    }
}
