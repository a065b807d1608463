package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The closed sprints of the board just before the scored one: median and 1.4826 × MAD. Nothing of the sprint itself or of
 * its future is in it.
 *
 * @param window how many sprints
 */
record BoardBaseline(ScoredSprints scored, int window) implements BaselineSteps {
    private static final String PLACE = "place";
    private static final double MAD_SCALE = 1.4826;

    @Override
    public String plan() {
        String windows = scored.add(
                "windows", "the sprints of the board before each scored sprint", windows(scored.population()));
        String centers = scored.add("centers", "median of each part over those sprints", centers(windows));
        return scored.add("baseline", "1.4826 × median absolute deviation of each part", spreads(windows, centers));
    }

    private Relation windows(String population) {
        List<Relation.Named> outputs = identity(scored.values());
        for (int i = 0; i < scored.parts(); i++) {
            outputs.add(new Relation.Named(scored.part(i), Terms.column(population, scored.part(i))));
        }
        outputs.add(new Relation.Named(PLACE, place(population)));
        List<Expr> on = new ArrayList<>(scored.matching(population, List.of(Names.INSTANCE_ID, Names.BOARD_ID)));
        on.add(Terms.less(moment(population), moment(scored.values())));
        Join join = new Join(Join.Kind.INNER, Source.Ref.to(population), on);
        return new Relation.Select(outputs, Source.Ref.to(scored.values()), List.of(join), List.of(), 0);
    }

    private Relation centers(String windows) {
        List<Relation.Named> outputs = identity(windows);
        outputs.add(new Relation.Named(POPULATION, Terms.countOfRows(null)));
        outputs.addAll(medians(i -> BaselineSteps.center(i), i -> Terms.column(windows, scored.part(i))));
        return new Relation.Select(
                outputs,
                Source.Ref.to(windows),
                List.of(),
                inWindow(windows),
                identityColumns().size());
    }

    private Relation spreads(String windows, String centers) {
        List<Relation.Named> outputs = identity(centers);
        outputs.add(new Relation.Named(POPULATION, Terms.column(centers, POPULATION)));
        for (int i = 0; i < scored.parts(); i++) {
            outputs.add(new Relation.Named(BaselineSteps.center(i), Terms.column(centers, BaselineSteps.center(i))));
        }
        int keys = outputs.size();
        for (int i = 0; i < scored.parts(); i++) {
            Expr distance = Terms.call(
                    Expr.Function.ABS,
                    Terms.minus(Terms.column(windows, scored.part(i)), Terms.column(centers, BaselineSteps.center(i))));
            Expr deviation = Terms.times(Terms.number(MAD_SCALE), median(distance));
            outputs.add(new Relation.Named(BaselineSteps.spread(i), deviation));
        }
        List<Expr> on = identityColumns().stream()
                .map(column -> Terms.eq(Terms.column(windows, column), Terms.column(centers, column)))
                .toList();
        Join join = new Join(Join.Kind.INNER, Source.Ref.to(centers), on);
        return new Relation.Select(outputs, Source.Ref.to(windows), List.of(join), inWindow(windows), keys);
    }

    private List<Relation.Named> medians(IntFunction<String> name, IntFunction<Expr> value) {
        List<Relation.Named> outputs = new ArrayList<>();
        for (int i = 0; i < scored.parts(); i++) {
            outputs.add(new Relation.Named(name.apply(i), median(value.apply(i))));
        }
        return outputs;
    }

    /** An exact number, so that averages over sprints are the same in whatever order these come. */
    private static Expr median(Expr value) {
        return Terms.cast(new Expr.Percentile(0.5, value, null), Type.NUMERIC);
    }

    private List<Expr> inWindow(String windows) {
        return List.of(Terms.atMost(Terms.column(windows, PLACE), Terms.number(window)));
    }

    /** 1 is the sprint just before the scored one. */
    private Expr place(String population) {
        List<Expr> partition = identityColumns().stream()
                .map(column -> Terms.column(scored.values(), column))
                .toList();
        return new Expr.Position(
                partition,
                List.of(
                        new Order(Terms.column(population, Names.ENDED_AT), true),
                        new Order(sprintId(population), true)));
    }

    private static Expr moment(String step) {
        return new Expr.Tuple(List.of(Terms.column(step, Names.ENDED_AT), sprintId(step)));
    }

    private static Expr sprintId(String step) {
        return Terms.call(Expr.Function.BINARY_ORDER, Terms.column(step, Names.SPRINT_ID));
    }

    private List<String> identityColumns() {
        return scored.identity();
    }

    private List<Relation.Named> identity(String step) {
        List<Relation.Named> outputs = new ArrayList<>();
        identityColumns().forEach(column -> outputs.add(new Relation.Named(column, Terms.column(step, column))));
        return outputs;
    }
}
