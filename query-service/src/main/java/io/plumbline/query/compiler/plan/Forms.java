package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands each cell to the form of its kind. */
final class Forms {
    private Forms() {}

    static List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<Kind, List<Cell>> kinds = new EnumMap<>(Kind.class);
        cells.forEach(cell -> kinds.computeIfAbsent(kind(cell.leaf()), kind -> new ArrayList<>())
                .add(cell));
        return kinds.entrySet().stream()
                .flatMap(entry -> entry.getKey().form.plan(context, entry.getValue()).stream())
                .toList();
    }

    private static Kind kind(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows _ -> Kind.ROWS;
            case Value.Sprints _ -> Kind.SPRINTS;
            case Value.States _ -> Kind.STATES;
            case Value.Score _ -> Kind.SCORES;
        };
    }

    private enum Kind {
        ROWS(new RowForm()),
        SPRINTS(new SprintForm()),
        STATES(new StateForm()),
        SCORES(new ScoreForm());

        private final Form form;

        Kind(Form form) {
            this.form = form;
        }
    }
}
