package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Value.Part;
import io.plumbline.query.compiler.resolve.Value.Score;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a score have no value in which sprints. */
record MissingPartsWarning(PlanContext context, Cell cell, Score score) {
    private static final String STEP = "missing_parts";

    PlannedQuery.Warning plan() {
        context.steps().add(STEP, "which parts have no value in each sprint", sprints());
        List<Relation.Named> outputs = new ArrayList<>();
        List<ResultColumn> columns = new ArrayList<>();
        outputs.add(new Relation.Named(Names.SPRINT_NAME, Terms.column(STEP, Names.SPRINT_NAME)));
        columns.add(new ResultColumn("sprint", ResultType.TEXT));
        for (String part : cell.parts()) {
            outputs.add(new Relation.Named(part, Terms.column(STEP, part)));
            columns.add(new ResultColumn(part, ResultType.BOOLEAN));
        }
        List<Expr> missing =
                cell.parts().stream().map(part -> Terms.column(STEP, part)).toList();
        var select = new Relation.Select(outputs, Source.Ref.to(STEP), List.of(), List.of(new Expr.Either(missing)), 0);
        Plan plan = new Plan(context.steps().all(), select, SprintOrder.of(STEP), SprintList.limit(), columns);
        return new PlannedQuery.Warning(plan, this::sentences);
    }

    private Relation.Select sprints() {
        SprintRows sprints = SprintRows.of(context, score.parts().stream().map(Part::template));
        EntityRows rows = sprints.inRange().rows();
        List<Relation.Named> outputs = new ArrayList<>(SprintOrder.identity(rows));
        int keys = outputs.size();
        for (int i = 0; i < score.parts().size(); i++) {
            String part = cell.parts().get(i);
            Expr value = sprints.value(score.parts().get(i).template(), part);
            outputs.add(new Relation.Named(part, Terms.missing(value)));
        }
        return rows.select(outputs, keys);
    }

    private List<String> sentences(List<List<Object>> rows) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = score.parts().get(i);
            int column = i + 1;
            List<String> sprints = rows.stream()
                    .filter(row -> (Boolean) row.get(column))
                    .map(row -> (String) row.getFirst())
                    .toList();
            if (!sprints.isEmpty()) {
                sentences.add("%s has no value in %s and adds nothing to the score there."
                        .formatted(part.name(), SprintList.of(sprints)));
            }
        }
        return sentences;
    }
}
