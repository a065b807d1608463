package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedFilter;
import io.plumbline.query.compiler.resolve.RowCondition;
import java.util.List;

/** The conditions of a spec's filters on the rows of one entity. The tests are numbered, the same for each entity. */
final class RowFilters {
    private final EntityRows rows;
    private int tests;

    RowFilters(EntityRows rows) {
        this.rows = rows;
    }

    List<Expr> of(List<ResolvedFilter<RowCondition>> filters) {
        return filters.stream().map(filter -> Trees.of(filter, this::condition)).toList();
    }

    private Expr condition(RowCondition test) {
        tests++;
        return new Conditions(
                        "filter_" + tests,
                        rows.column(test.dimension()),
                        test.dimension().type())
                .of(test.condition());
    }
}
