package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands the cells of each kind together to the form that plans them. */
final class Forms {
    private enum Kind {
        ROWS,
        SPRINTS,
        STATES,
        SCORES,
        GROUPS
    }

    private Forms() {}

    static List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<Kind, List<Cell>> kinds = new EnumMap<>(Kind.class);
        cells.forEach(cell -> kinds.computeIfAbsent(kind(cell.leaf()), kind -> new ArrayList<>())
                .add(cell));
        return kinds.entrySet().stream()
                .flatMap(entry -> form(entry.getKey()).plan(context, entry.getValue()).stream())
                .toList();
    }

    private static Kind kind(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows _ -> Kind.ROWS;
            case Value.Sprints _ -> Kind.SPRINTS;
            case Value.States _ -> Kind.STATES;
            case Value.Score _ -> Kind.SCORES;
            case Value.Grouped _ -> Kind.GROUPS;
        };
    }

    private static Form form(Kind kind) {
        return switch (kind) {
            case ROWS -> new RowForm();
            case SPRINTS -> new SprintForm();
            case STATES -> new StateForm();
            case SCORES -> new ScoreForm();
            case GROUPS -> new GroupForm();
        };
    }
}
