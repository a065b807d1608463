package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The last select: dimensions, figures, the total number of rows, order and limit. */
final class Result {
    private static final String TOTAL = "total";

    private final PlanContext context;
    private final Map<String, Cell> cells;
    private final List<Relation.Named> outputs = new ArrayList<>();
    private final List<ResultColumn> columns = new ArrayList<>();

    Result(PlanContext context, List<Cell> cells) {
        this.context = context;
        this.cells = cells.stream().collect(Collectors.toMap(Cell::column, Function.identity()));
    }

    Plan plain(String answer) {
        Figures figures = new Figures(context, cells, answer);
        dimensions(answer);
        for (int i = 0; i < measures().size(); i++) {
            ResolvedMeasure measure = measures().get(i);
            figure(
                    Ordering.value(i),
                    measure.column(),
                    type(measure.value(), Cells.column(i)),
                    figures.current(Cells.column(i), measure.value()));
            parts(answer, Cells.column(i), i, measure);
        }
        return finished(answer);
    }

    Plan compared(String answer) {
        String measured = measured(answer);
        dimensions(measured);
        for (int i = 0; i < measures().size(); i++) {
            ResolvedMeasure measure = measures().get(i);
            ResultType type = type(measure.value(), Cells.column(i));
            Expr value = Terms.column(measured, Ordering.value(i));
            Expr previous = Terms.column(measured, Ordering.previous(i));
            Expr delta = Terms.minus(value, previous);
            figure(Ordering.value(i), measure.column(), type, value);
            parts(measured, Ordering.value(i), i, measure);
            figure(Ordering.previous(i), measure.column() + "__previous", type, previous);
            figure(Ordering.delta(i), measure.column() + "__delta", type, delta);
            figure(
                    Ordering.deltaPct(i),
                    measure.column() + "__delta_pct",
                    ResultType.DECIMAL,
                    Terms.over(Terms.times(Terms.number(100), delta), previous));
        }
        return finished(measured);
    }

    /** The step with both figures of each measure, from which the differences are made. */
    private String measured(String answer) {
        Figures figures = new Figures(context, cells, answer);
        List<Relation.Named> both = new ArrayList<>(context.keysOf(answer));
        for (int i = 0; i < measures().size(); i++) {
            Value value = measures().get(i).value();
            both.add(new Relation.Named(Ordering.value(i), figures.current(Cells.column(i), value)));
            both.add(new Relation.Named(Ordering.previous(i), figures.previous(Cells.column(i), value)));
            if (value instanceof Score) {
                cells.get(Cells.column(i))
                        .parts()
                        .forEach(part -> both.add(new Relation.Named(part, Terms.column(answer, part))));
            }
        }
        var select = new Relation.Select(both, Source.Ref.to(answer), List.of(), List.of(), 0);
        return context.steps().add("measured", "each measure's figure of both ranges", select);
    }

    private void dimensions(String answer) {
        for (ResolvedDimension dimension : context.spec().dimensions()) {
            outputs.add(new Relation.Named(dimension.name(), Terms.column(answer, dimension.name())));
            columns.add(new ResultColumn(dimension.name(), type(dimension)));
        }
    }

    private void figure(String output, String column, ResultType type, Expr value) {
        outputs.add(new Relation.Named(
                output, type == ResultType.INTEGER ? Terms.cast(value, Type.INTEGER) : Terms.cast(value, Type.DOUBLE)));
        columns.add(new ResultColumn(column, type));
    }

    /** Without a score there are no parts of it. */
    private void parts(String answer, String scoreColumn, int index, ResolvedMeasure measure) {
        if (!(measure.value() instanceof Score score)) {
            return;
        }
        List<Expr.Member> members = new ArrayList<>();
        List<String> sources = cells.get(Cells.column(index)).parts();
        for (int i = 0; i < sources.size(); i++) {
            members.add(new Expr.Member(
                    score.parts().get(i).name(), Terms.cast(Terms.column(answer, sources.get(i)), Type.DOUBLE)));
        }
        Expr scored = Terms.exists(Terms.column(answer, scoreColumn));
        outputs.add(new Relation.Named(Cells.column(index) + "_parts", Terms.when(scored, new Expr.Parts(members))));
        columns.add(new ResultColumn(measure.column() + "__parts", ResultType.PARTS));
    }

    private Plan finished(String answer) {
        outputs.add(new Relation.Named(TOTAL, new Expr.TotalRows()));
        columns.add(new ResultColumn(TOTAL, ResultType.INTEGER));
        var select = new Relation.Select(outputs, Source.Ref.to(answer), List.of(), List.of(), 0);
        var limit = new Expr.Bind("limit", Type.INTEGER, (long) context.spec().limit());
        return new Plan(context.steps().all(), select, new Ordering(context.spec()).of(answer), limit, columns);
    }

    private List<ResolvedMeasure> measures() {
        return context.spec().measures();
    }

    private ResultType type(Value value, String column) {
        return switch (value) {
            case Value.Quotient _, Value.Derived _ -> ResultType.DECIMAL;
            case Value.Leaf _ -> cells.get(column).type() == Type.INTEGER ? ResultType.INTEGER : ResultType.DECIMAL;
        };
    }

    private static ResultType type(ResolvedDimension dimension) {
        return switch (dimension.definition().type()) {
            case TEXT, TEXT_LIST -> ResultType.TEXT;
            case BOOLEAN -> ResultType.BOOLEAN;
            case NUMBER -> ResultType.DECIMAL;
            case TIME -> ResultType.DATE;
        };
    }
}
