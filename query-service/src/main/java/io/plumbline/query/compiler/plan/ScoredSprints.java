package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Value.Part;
import io.plumbline.query.compiler.resolve.Value.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The sprints that a score is made for, with the values of its parts, and the names of the steps around them.
 *
 * @param values the step: identity, board, end, keys and parts
 */
record ScoredSprints(PlanContext context, Cell cell, List<String> identity, String values) {

    static ScoredSprints of(PlanContext context, Cell cell) {
        SprintRows sprints = rows(context, cell);
        SprintRows.InRange found = sprints.inRange();
        List<Relation.Named> outputs = new ArrayList<>(sprints.keys(found));
        addBoard(outputs, found.rows());
        int keys = outputs.size();
        outputs.addAll(parts(cell, sprints));
        String name = context.name(cell.column() + "_values");
        context.steps()
                .add(
                        name,
                        "the values of the score's parts for each sprint",
                        found.rows().select(outputs, keys));
        return new ScoredSprints(context, cell, sprints.identity(), name);
    }

    /** Adds a step and returns its name. */
    String add(String name, String purpose, Relation relation) {
        return context.steps().add(name(name), purpose, relation);
    }

    String name(String name) {
        return context.name(cell.column() + "_" + name);
    }

    /** The column of a part's value, from 0. */
    String part(int index) {
        return cell.parts().get(index);
    }

    int parts() {
        return cell.parts().size();
    }

    /** The conditions that a step's columns equal those of the scored sprint. */
    List<Expr> matching(String step, List<String> columns) {
        return columns.stream()
                .map(column -> Terms.eq(Terms.column(step, column), Terms.column(values, column)))
                .toList();
    }

    /** The part values of all sprints that a baseline may be made of: one step for both ranges. */
    String population() {
        return context.steps().shared(cell.column() + "_population", "the part values of all closed sprints", () -> {
            SprintRows sprints = rows(context, cell);
            EntityRows rows = sprints.population();
            List<Relation.Named> outputs = new ArrayList<>();
            outputs.add(new Relation.Named(Names.INSTANCE_ID, rows.column(Names.INSTANCE_ID)));
            outputs.add(new Relation.Named(Names.SPRINT_ID, rows.column(Names.SPRINT_ID)));
            addBoard(outputs, rows);
            int keys = outputs.size();
            outputs.addAll(parts(cell, sprints));
            return rows.select(outputs, keys);
        });
    }

    private static SprintRows rows(PlanContext context, Cell cell) {
        return SprintRows.of(context, ((Score) cell.leaf()).parts().stream().map(Part::template));
    }

    private static void addBoard(List<Relation.Named> outputs, EntityRows rows) {
        outputs.add(new Relation.Named(Names.BOARD_ID, rows.column(Names.BOARD_ID)));
        outputs.add(new Relation.Named(Names.ENDED_AT, rows.column(Names.ENDED_AT)));
    }

    /** Exact decimals, so that equal values have no spread. */
    private static List<Relation.Named> parts(Cell cell, SprintRows sprints) {
        List<Relation.Named> outputs = new ArrayList<>();
        List<Part> parts = ((Score) cell.leaf()).parts();
        for (int i = 0; i < parts.size(); i++) {
            Expr value = sprints.value(parts.get(i).template(), cell.parts().get(i));
            outputs.add(new Relation.Named(cell.parts().get(i), Terms.cast(value, Type.NUMERIC)));
        }
        return outputs;
    }
}
