package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import java.util.List;

/** Makes the plan of a spec: aggregates of each range, combined on the dimensions, gaps filled, compared and ordered. */
public final class Planner {
    private final ResolvedSpec spec;
    private final Expr tenant;
    private final List<Cell> cells;

    private Planner(ResolvedSpec spec, String tenant) {
        this.spec = spec;
        this.tenant = new Expr.Bind("tenant", Type.TEXT, tenant);
        this.cells = Cells.of(spec.measures());
    }

    /** The statements for the spec, each with all its relations bound to the tenant. */
    public static PlannedQuery plan(ResolvedSpec spec, String tenant) {
        Planner planner = new Planner(spec, tenant);
        Plan rows = TenantCheck.checked(planner.rows(), tenant);
        List<PlannedQuery.Warning> warnings = new Warnings(spec, planner.tenant, planner.cells).plan();
        warnings.forEach(warning -> TenantCheck.checked(warning.plan(), tenant));
        return new PlannedQuery(rows, warnings, Descriptions.of(spec, rows));
    }

    private Plan rows() {
        Steps steps = new Steps();
        PlanContext current = context(Frame.current(spec.time()), steps);
        List<Contribution> now = Forms.plan(current, cells);
        if (spec.time().previous().isPresent()) {
            PlanContext previous = context(Frame.previous(spec.time()), steps);
            return new Result(current, cells).compared(Combination.of(current, now, Forms.plan(previous, cells)));
        }
        boolean alone = now.size() == 1 && spec.metricTime().isEmpty();
        return new Result(current, cells)
                .plain(alone ? now.getFirst().step() : Combination.of(current, now, List.of()));
    }

    private PlanContext context(Frame frame, Steps steps) {
        return new PlanContext(spec, tenant, frame, steps);
    }
}
