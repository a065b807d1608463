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
        Expr value = figures.current(column, measure.value());
        columns.put(Ordering.value(index), value);
        if (context.spec().time().previous().isPresent()) {
            columns.put(Ordering.previous(index), figures.previous(column, measure.value()));
        }
        if (measure.value() instanceof Score score) {
            columns.put(Ordering.parts(index), parts(column, value, score));
        }
        return columns;
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
