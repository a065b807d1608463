package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedFilter;
import io.plumbline.query.compiler.resolve.RowCondition;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The conditions of a spec's filters on the rows of one entity. The tests are numbered, the same for each entity. */
final class RowFilters {
    private final EntityRows rows;
    private int tests;

    RowFilters(EntityRows rows) {
        this.rows = rows;
    }

    /** @param dimensions which ones a filter may test; filters that test others are passed over */
    List<Expr> of(List<ResolvedFilter<RowCondition>> filters, Predicate<DimensionDefinition> dimensions) {
        List<Expr> conditions = new ArrayList<>();
        for (ResolvedFilter<RowCondition> filter : filters) {
            if (filter.tests().map(RowCondition::dimension).allMatch(dimensions)) {
                conditions.add(Trees.of(filter, this::condition));
            } else {
                tests += (int) filter.tests().count();
            }
        }
        return conditions;
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
