package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Sort;
import java.util.List;
import java.util.Locale;

/** Says in which order the rows come, and how many. */
final class OrderWords {
    private OrderWords() {}

    static List<String> of(AnalyticsSpec spec, ResolvedSpec bound) {
        return bound.dimensions().isEmpty()
                ? List.of()
                : List.of("Rows are ordered by %s; at most %s are shown."
                        .formatted(keys(spec, bound), String.format(Locale.ENGLISH, "%,d", bound.limit())));
    }

    private static String keys(AnalyticsSpec spec, ResolvedSpec bound) {
        if (!spec.sort().isEmpty()) {
            return Phrases.joined(spec.sort().stream().map(OrderWords::key).toList(), "and then");
        }
        return bound.dimensions().stream().anyMatch(ResolvedDimension::isTime)
                ? "time, the earliest first"
                : spec.measures().getFirst().column() + ", the greatest first";
    }

    private static String key(Sort sort) {
        return sort.field() + (sort.dir() == Sort.Direction.DESC ? " downwards" : " upwards");
    }
}
