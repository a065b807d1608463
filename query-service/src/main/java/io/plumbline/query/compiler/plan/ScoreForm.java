package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Value.Part;
import io.plumbline.query.compiler.resolve.Value.Score;
import io.plumbline.spec.catalog.Computation.Composite.Baseline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighted z-scores: each sprint's part values, the baseline they are measured against, and the average over sprints. The
 * baseline is made of whole sprints of all time, whatever the spec's range and filters.
 */
final class ScoreForm implements Form {

    @Override
    public List<Contribution> plan(PlanContext context, List<Cell> cells) {
        Map<Scored, List<Cell>> scores = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Score score = (Score) cell.leaf();
            scores.computeIfAbsent(new Scored(score.parts(), score.baseline()), _ -> new ArrayList<>())
                    .add(cell);
        }
        return scores.values().stream().map(same -> score(context, same)).toList();
    }

    /** What is computed once for all that is made of the same scores. */
    private record Scored(List<Part> parts, Baseline baseline) {}

    /** @param cells of the same scores; the first gives the steps their names */
    private static Contribution score(PlanContext context, List<Cell> cells) {
        ScoredSprints scored = ScoredSprints.of(context, cells.getFirst());
        Score score = (Score) cells.getFirst().leaf();
        BaselineSteps baseline = score.baseline().kind() == Baseline.Kind.INSTANCE
                ? new InstanceBaseline(scored)
                : new BoardBaseline(scored, score.baseline().window());
        String weighted = weighted(scored, baseline.plan(), score);
        Relation rollUp = rollUp(scored, weighted, score, cells);
        String name = scored.name("rolled_up");
        return new Contribution(context.steps().add(name, "the scores averaged by the dimensions", rollUp), cells);
    }

    /** A row for each sprint: the population's size and each part's weight × z. */
    private static String weighted(ScoredSprints scored, String statistics, Score score) {
        List<Relation.Named> outputs = new ArrayList<>(scored.context().keysOf(scored.values()));
        outputs.add(new Relation.Named(BaselineSteps.POPULATION, Terms.column(statistics, BaselineSteps.POPULATION)));
        for (int i = 0; i < score.parts().size(); i++) {
            Part part = score.parts().get(i);
            Expr z = z(scored, statistics, i, score.baseline().clip());
            outputs.add(new Relation.Named(scored.part(i), Terms.times(Terms.number(part.weight()), z)));
        }
        Join join = new Join(
                Join.Kind.LEFT, Source.Ref.to(statistics), scored.matching(statistics, statisticsKey(score, scored)));
        var select = new Relation.Select(outputs, Source.Ref.to(scored.values()), List.of(join), List.of(), 0);
        return scored.add("weighted", "weight × z of each part of each sprint", select);
    }

    private static List<String> statisticsKey(Score score, ScoredSprints scored) {
        return score.baseline().kind() == Baseline.Kind.INSTANCE ? InstanceBaseline.KEY : scored.identity();
    }

    /** No value stays none; no spread gives 0. */
    private static Expr z(ScoredSprints scored, String statistics, int part, double clip) {
        Expr value = Terms.column(scored.values(), scored.part(part));
        Expr spread = Terms.column(statistics, BaselineSteps.spread(part));
        Expr distance = Terms.minus(value, Terms.column(statistics, BaselineSteps.center(part)));
        Expr raw = new Expr.Binary(Expr.Operator.DIVIDE, distance, spread);
        Expr clipped = Terms.call(
                Expr.Function.GREATEST, Terms.number(-clip), Terms.call(Expr.Function.LEAST, Terms.number(clip), raw));
        Expr flat = Terms.eq(Terms.orElse(spread, Terms.number(0)), Terms.number(0));
        return new Expr.Case(
                List.of(new Expr.When(Terms.missing(value), Expr.Constant.NULL), new Expr.When(flat, Terms.number(0))),
                clipped);
    }

    private static Relation rollUp(ScoredSprints scored, String weighted, Score score, List<Cell> cells) {
        PlanContext context = scored.context();
        Axis.RollUp found = context.axis().rollUp(weighted);
        List<Relation.Named> outputs = new ArrayList<>(context.keysOf(weighted, found.bucket()));
        int keys = outputs.size();
        Expr enough = Terms.atLeast(
                Terms.column(weighted, BaselineSteps.POPULATION),
                Terms.number(score.baseline().minimum()));
        for (Cell cell : cells) {
            switch (((Score) cell.leaf()).rollUp()) {
                case AVERAGE -> outputs.addAll(averages(scored, weighted, cell, enough));
                case SCORES -> outputs.add(new Relation.Named(cell.column(), Terms.countOfRows(enough)));
                case SPRINTS -> outputs.add(new Relation.Named(cell.column(), Terms.countOfRows(null)));
            }
        }
        return new Relation.Select(outputs, Source.Ref.to(weighted), found.joins(), List.of(), keys);
    }

    /** Averages of the score and of its parts over the same sprints, so that the parts sum to the score. */
    private static List<Relation.Named> averages(ScoredSprints scored, String weighted, Cell cell, Expr enough) {
        List<Expr> parts = new ArrayList<>();
        for (int i = 0; i < cell.parts().size(); i++) {
            parts.add(Terms.orElse(Terms.column(weighted, scored.part(i)), Terms.number(0)));
        }
        Expr sum = parts.stream()
                .reduce((left, right) -> new Expr.Binary(Expr.Operator.ADD, left, right))
                .orElseThrow();
        List<Relation.Named> outputs = new ArrayList<>();
        outputs.add(new Relation.Named(cell.column(), average(sum, enough)));
        for (int i = 0; i < parts.size(); i++) {
            outputs.add(new Relation.Named(cell.parts().get(i), average(parts.get(i), enough)));
        }
        return outputs;
    }

    private static Expr average(Expr value, Expr filter) {
        return new Expr.Aggregate(Expr.Aggregate.Kind.AVG, value, false, filter);
    }
}
