package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sprints have committed issues without an estimate, and which have issues without a whole history. Reads such issues
 * alone, of which there are few and an index of their own ({@code warehouse.sprint_facts_unknown}), not all of the sprints.
 */
record SprintDataWarning(PlanContext context, List<Leaf> leaves) {
    private static final String STEP = "sprint_data";
    private static final String UNESTIMATED = "unestimated";

    PlannedQuery.Warning plan() {
        Steps steps = context.steps();
        steps.add(STEP, "what is missing in each sprint's data", sprints());
        List<Relation.Named> outputs = List.of(
                new Relation.Named(Names.SPRINT_NAME, Terms.column(STEP, Names.SPRINT_NAME)),
                new Relation.Named(UNESTIMATED, Terms.column(STEP, UNESTIMATED)),
                new Relation.Named(Names.PARTIAL, Terms.column(STEP, Names.PARTIAL)));
        List<ResultColumn> columns = List.of(
                new ResultColumn("sprint", ResultType.TEXT),
                new ResultColumn(UNESTIMATED, ResultType.INTEGER),
                new ResultColumn(Names.PARTIAL, ResultType.INTEGER));
        var select = new Relation.Select(outputs, Source.Ref.to(STEP), List.of(), List.of(), 0);
        Plan plan = new Plan(steps.all(), select, SprintOrder.of(STEP), SprintList.limit(), columns);
        boolean points = countsPoints();
        return new PlannedQuery.Warning(plan, rows -> sentences(rows, points));
    }

    private Relation.Select sprints() {
        SprintRows sprints = SprintRows.ofIssues(context);
        EntityRows rows = sprints.inRange().rows();
        List<Relation.Named> outputs = new ArrayList<>(SprintOrder.identity(rows));
        int keys = outputs.size();
        Expr unestimated = new Expr.Every(List.of(
                sprints.scope().apply(Names.COMMITTED),
                Terms.missing(sprints.scope().apply(Names.POINTS_START))));
        Expr partial = sprints.scope().apply(Names.PARTIAL);
        outputs.add(new Relation.Named(UNESTIMATED, Terms.countOfRows(unestimated)));
        outputs.add(new Relation.Named(Names.PARTIAL, Terms.countOfRows(partial)));
        rows.where(countsPoints() ? new Expr.Either(List.of(partial, unestimated)) : partial);
        return rows.select(outputs, keys);
    }

    private boolean countsPoints() {
        return leaves.stream()
                .flatMap(SprintDataWarning::templates)
                .anyMatch(template -> template.readsColumn(Names.POINTS_PREFIX));
    }

    private static Stream<Template> templates(Leaf leaf) {
        return switch (leaf) {
            case Value.Sprints sprints -> Stream.of(sprints.template());
            case Value.Score score -> score.parts().stream().map(Value.Part::template);
            case Value.Grouped grouped -> grouped.leaves().flatMap(SprintDataWarning::templates);
            case Value.Rows _, Value.States _ -> Stream.empty();
        };
    }

    private static List<String> sentences(List<List<Object>> rows, boolean points) {
        List<String> sentences = new ArrayList<>();
        long unestimated = points ? sum(rows, 1) : 0;
        if (unestimated > 0) {
            sentences.add("unestimated_count: %d committed %s no estimate and count as 0 points in %s."
                    .formatted(unestimated, unestimated == 1 ? "issue has" : "issues have", named(rows, 1)));
        }
        long partial = sum(rows, 2);
        if (partial > 0) {
            sentences.add(
                    "history: \"partial\": %d %s no complete change history, so present values were taken for what it lacks in %s."
                            .formatted(partial, partial == 1 ? "issue has" : "issues have", named(rows, 2)));
        }
        return sentences;
    }

    private static long sum(List<List<Object>> rows, int column) {
        return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
    }

    private static String named(List<List<Object>> rows, int column) {
        return SprintList.of(rows.stream()
                .filter(row -> (Long) row.get(column) > 0)
                .map(row -> row.getFirst() + " (" + row.get(column) + ")")
                .toList());
    }
}
