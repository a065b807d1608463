package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the plan of a spec: aggregates of each range, combined on the dimensions, gaps filled; then the stages in their
 * order; then the result's columns, order and limit.
 */
public final class Planner {
    private static final List<Stage> STAGES =
            List.of(new Compared(), new PreviousSprints(), new Shown(), new Typed(), new Kept());

    private final ResolvedSpec spec;
    private final Expr tenant;
    private final List<Cell> cells;
    private final List<Cell> behind;

    private Planner(ResolvedSpec spec, String tenant) {
        this.spec = spec;
        this.tenant = new Expr.Bind("tenant", Type.TEXT, tenant);
        this.cells = Cells.of(spec.measures());
        this.behind = Behind.of(spec.measures());
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
        List<Cell> all = Stream.concat(cells.stream(), behind.stream()).toList();
        PlanContext context = new PlanContext(spec, tenant, Frame.current(spec.time()), new Steps());
        Draft draft = Measured.of(context, all, combined(context, all));
        for (Stage stage : STAGES) {
            draft = stage.apply(draft);
        }
        return Result.of(draft);
    }

    /** The step with all cells; where there is nothing to bring together, that is the one that made them. */
    private static String combined(PlanContext current, List<Cell> cells) {
        List<Contribution> now = Contributions.of(current, cells);
        if (current.spec().time().previous().isPresent()) {
            PlanContext previous = current.over(Frame.previous(current.spec().time()));
            return Combination.of(current, now, Contributions.of(previous, cells));
        }
        boolean alone = now.size() == 1 && current.spec().metricTime().isEmpty();
        return alone ? now.getFirst().step() : Combination.of(current, now, List.of());
    }
}
