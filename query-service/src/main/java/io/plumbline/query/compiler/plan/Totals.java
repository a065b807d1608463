package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedShow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What shares are shares of: the same measures planned anew at the coarser grain, each grain in a scope of its own, so that
 * nothing counts twice in a total.
 */
final class Totals {
    private final PlanContext context;
    private final Map<String, Expr> totals = new LinkedHashMap<>();
    private Draft draft;
    private int grains;

    private Totals(Draft draft) {
        this.context = draft.context();
        this.draft = draft;
    }

    static Totals beside(Draft draft) {
        Totals totals = new Totals(draft);
        totals.byGrain().forEach(totals::join);
        return totals;
    }

    /** The draft with the totals of each row beside it. */
    Draft draft() {
        return draft;
    }

    /** The total of the measure at that place; missing where nothing counts. */
    Expr of(int measure) {
        return totals.get(Cells.column(measure));
    }

    /** What has a total counts or sums rows, so it is a single cell. */
    private Map<List<ResolvedDimension>, List<Cell>> byGrain() {
        Map<List<ResolvedDimension>, List<Cell>> cells = new LinkedHashMap<>();
        List<ResolvedMeasure> measures = context.spec().measures();
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).show().orElse(null) instanceof ResolvedShow.Share share) {
                cells.computeIfAbsent(share.within(), _ -> new ArrayList<>())
                        .addAll(Cells.of(i, measures.get(i)).toList());
            }
        }
        return cells;
    }

    private void join(List<ResolvedDimension> grain, List<Cell> cells) {
        grains++;
        PlanContext coarser = context.at(grain, "total_" + grains + "_");
        if (cells.stream().anyMatch(cell -> cell.window().isPresent())) {
            takeBuckets(coarser);
        }
        for (Contribution total : Contributions.of(coarser, cells)) {
            draft = draft.beside(total.step(), List.of(sameKeys(coarser, total.step())));
            total.cells().forEach(cell -> totals.put(cell.column(), Terms.column(total.step(), cell.column())));
        }
    }

    /** Windows of an open range go over the periods that the answer has, whatever the total has rows in. */
    private void takeBuckets(PlanContext coarser) {
        coarser.spec().metricTime().filter(time -> !time.isBySprint()).ifPresent(time -> {
            String buckets = new Buckets(context, time).step();
            List<Relation.Named> outputs = List.of(new Relation.Named(time.name(), Terms.column(buckets, time.name())));
            coarser.steps()
                    .add(
                            coarser.name(Buckets.NAME),
                            "the periods that the answer shows",
                            new Relation.Select(outputs, Source.Ref.to(buckets), List.of(), List.of(), 0));
        });
    }

    private Expr sameKeys(PlanContext coarser, String step) {
        List<String> keys = coarser.keyNames();
        if (keys.isEmpty()) {
            return Expr.Constant.TRUE;
        }
        return Terms.eq(
                asText(keys.stream().map(draft::column).toList()),
                asText(keys.stream().map(key -> Terms.column(step, key)).toList()));
    }

    /** Missing keys equal each other in the text of a row, and texts can be hashed; the number makes it a row. */
    private static Expr asText(List<Expr> keys) {
        List<Expr> row =
                Stream.concat(keys.stream(), Stream.of(Terms.number(0))).toList();
        return Terms.cast(new Expr.Tuple(row), Type.TEXT);
    }
}
