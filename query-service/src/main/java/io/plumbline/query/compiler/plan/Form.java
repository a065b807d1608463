package io.plumbline.query.compiler.plan;

import java.util.List;

/** Plans the cells of one kind over one range: adds the steps they need, says which steps hold them. */
interface Form {
    List<Contribution> plan(PlanContext context, List<Cell> cells);
}
