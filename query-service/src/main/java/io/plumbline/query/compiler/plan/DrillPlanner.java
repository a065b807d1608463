package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.Value;
import java.util.stream.Collectors;

/**
 * Plans what is behind a cell: the forms of metrics make the cell's number anew, grouped by issue or sprint as well, so
 * that rows, joins and filters are those of the answer itself.
 */
public final class DrillPlanner {
    private DrillPlanner() {}

    /** The statements, with all their relations bound to the tenant. */
    public static PlannedDrill plan(ResolvedCell cell, String tenant) {
        Expr bound = new Expr.Bind("tenant", Type.TEXT, tenant);
        PlannedDrill drill = switch (cell.leaf()) {
            case Value.Rows rows -> new IssueDrill(cell, bound).rows(rows);
            case Value.States states -> new IssueDrill(cell, bound).states(states);
            case Value.Sprints sprints -> new SprintDrill(cell, bound).issues(sprints);
            case Value.Score score -> new SprintDrill(cell, bound).scores(score);
            case Value.Grouped _ ->
                throw new IllegalStateException("a cell of two stages is one of its groups' values");
        };
        TenantCheck.checked(drill.page(), tenant);
        TenantCheck.checked(drill.totals(), tenant);
        return cell.groups().isEmpty() ? drill : drill.noting(ofGroups(cell));
    }

    private static String ofGroups(ResolvedCell cell) {
        String groups = cell.groups().stream().map(ResolvedDimension::name).collect(Collectors.joining(", "));
        return "The number is rolled up from groups by %s; each row says what it adds to its group's number."
                .formatted(groups);
    }
}
