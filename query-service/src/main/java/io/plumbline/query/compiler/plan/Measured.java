package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.Value.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first draft: each measure's number of the range, and of the one it is compared with, from the combined cells. */
final class Measured {
    private final PlanContext context;
    private final Map<String, Cell> cells;
    private final Figures figures;
    private final String answer;

    private Measured(PlanContext context, List<Cell> cells, String answer) {
        this.context = context;
        this.cells = cells.stream().collect(Collectors.toMap(Cell::column, Function.identity()));
        this.figures = new Figures(context, this.cells, answer);
        this.answer = answer;
    }

    /** @param answer the step with all keys and cells */
    static Draft of(PlanContext context, List<Cell> cells, String answer) {
        return new Measured(context, cells, answer).draft();
    }

    private Draft draft() {
        Map<String, Expr> columns = new LinkedHashMap<>();
        List<ResolvedMeasure> measures = context.spec().measures();
        for (int i = 0; i < measures.size(); i++) {
            columns.putAll(figures(i, measures.get(i)));
        }
        return Draft.of(context, answer).with(columns);
    }

    private Map<String, Expr> figures(int index, ResolvedMeasure measure) {
        String column = Cells.column(index);
        Map<String, Expr> columns = new LinkedHashMap<>();
        Expr raw = figures.current(column, measure.value());
        Whys whys = new Whys(context, figures, answer, "");
        Expr value = add(columns, Ordering.value(index), index, measure, raw, whys);
        if (context.spec().time().previous().isPresent()) {
            Expr before = figures.previous(column, measure.value());
            Whys whysBefore = new Whys(context, figures, answer, Combination.PREVIOUS);
            add(columns, Ordering.previous(index), index, measure, before, whysBefore);
        }
        if (measure.value() instanceof Score score) {
            columns.put(Ordering.parts(index), parts(column, value, score));
        }
        if (measure.n()) {
            columns.put(Ordering.values(index), figures.values(column, measure.value(), ""));
        }
        return columns;
    }

    /** Adds the number, and why there is none where it can be missing. */
    private Expr add(Map<String, Expr> columns, String name, int index, ResolvedMeasure measure, Expr raw, Whys whys) {
        Expr values = measure.minN().isPresent()
                ? figures.values(Cells.column(index), measure.value(), whys.prefix())
                : Expr.Constant.NULL;
        Expr value = measure.minN().isPresent()
                ? Terms.when(Terms.atLeast(values, least(index, measure.minN().getAsInt())), raw)
                : raw;
        columns.put(name, value);
        whys.of(index, measure, value, raw, values).ifPresent(why -> columns.put(Ordering.why(name), why));
        return value;
    }

    private static Expr least(int index, long values) {
        return new Expr.Bind(Cells.column(index) + "_min_n", Type.INTEGER, values);
    }

    /** Without a score there are no parts of it. */
    private Expr parts(String column, Expr scored, Score score) {
        List<Expr.Member> members = new ArrayList<>();
        List<String> sources = cells.get(column).parts();
        for (int i = 0; i < sources.size(); i++) {
            members.add(new Expr.Member(
                    score.parts().get(i).name(), Terms.cast(Terms.column(answer, sources.get(i)), Type.DOUBLE)));
        }
        return Terms.when(Terms.exists(scored), new Expr.Parts(members));
    }
}
