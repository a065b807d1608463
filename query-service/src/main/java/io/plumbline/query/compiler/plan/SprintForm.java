package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value.Sprints;
import java.util.ArrayList;
import java.util.List;

/** Values of each sprint, then rolled up: two steps for all per-sprint measures together. */
final class SprintForm implements Form {

    @Override
    public List<Contribution> plan(PlanContext context, List<Cell> cells) {
        String values = values(context, cells);
        Axis.RollUp found = context.axis().rollUp(values);
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(values, found.bucket()));
        int keys = outputs.size();
        for (Cell cell : cells) {
            Expr value = Terms.column(values, cell.column());
            outputs.add(new Relation.Named(
                    cell.column(), Aggregates.of(((Sprints) cell.leaf()).aggregation(), value, null)));
        }
        var rollUp = new Relation.Select(outputs, Source.Ref.to(values), found.joins(), List.of(), keys);
        String name = context.name("sprints_rolled_up");
        return List.of(new Contribution(
                context.steps().add(name, "the sprints' values rolled up by the dimensions", rollUp), cells));
    }

    private static Template template(Cell cell) {
        return ((Sprints) cell.leaf()).template();
    }

    private static String values(PlanContext context, List<Cell> cells) {
        SprintRows sprints = SprintRows.of(context, cells.stream().map(SprintForm::template));
        SprintRows.InRange found = sprints.inRange();
        List<Relation.Named> outputs = new ArrayList<>(sprints.keys(found));
        int keys = outputs.size();
        for (Cell cell : cells) {
            outputs.add(new Relation.Named(cell.column(), sprints.value(template(cell), cell.column())));
        }
        String each = sprints.identity().size() > 2 ? "closed sprint and project" : "closed sprint";
        return context.steps()
                .add(
                        context.name("sprint_values"),
                        "a value for each " + each + " of the range",
                        found.rows().select(outputs, keys));
    }
}
