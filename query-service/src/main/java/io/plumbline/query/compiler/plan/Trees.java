package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedFilter;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a filter's tree with a condition for each test. SQL has a third value for what is neither true nor false; where
 * rows are picked it counts as false, so it only has to be made false where something negates it.
 */
final class Trees {
    private Trees() {}

    static <T> Expr of(ResolvedFilter<T> filter, Function<T, Expr> test) {
        return switch (filter) {
            case ResolvedFilter.Test<T> leaf -> test.apply(leaf.test());
            case ResolvedFilter.All<T> all -> new Expr.Every(each(all.filters(), test));
            case ResolvedFilter.Any<T> any -> new Expr.Either(each(any.filters(), test));
            case ResolvedFilter.Not<T> not -> new Expr.Not(of(not.filter(), twoValued(test)));
        };
    }

    private static <T> List<Expr> each(List<ResolvedFilter<T>> filters, Function<T, Expr> test) {
        return filters.stream().map(filter -> of(filter, test)).toList();
    }

    private static <T> Function<T, Expr> twoValued(Function<T, Expr> test) {
        return test instanceof TwoValued ? test : new TwoValued<>(test);
    }

    private record TwoValued<T>(Function<T, Expr> test) implements Function<T, Expr> {
        @Override
        public Expr apply(T tested) {
            return Terms.orElse(test.apply(tested), Expr.Constant.FALSE);
        }
    }
}
