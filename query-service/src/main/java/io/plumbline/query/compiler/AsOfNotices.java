package io.plumbline.query.compiler;

import io.plumbline.query.compiler.index.History;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says of a past state which of its dimensions could be read as they are at present only. */
final class AsOfNotices {
    private AsOfNotices() {}

    static List<String> of(ResolvedSpec spec) {
        return spec.time().asOf().map(at -> of(spec, at)).orElse(List.of());
    }

    private static List<String> of(ResolvedSpec spec, Instant at) {
        List<String> notices = new ArrayList<>();
        String values = named(spec, History::lacksPastValues);
        if (!values.isEmpty()) {
            notices.add("as_of: there is no history of %s; the present values stand in for those of %s."
                    .formatted(values, at));
        }
        String names = named(spec, History::lacksPastNames);
        if (!names.isEmpty()) {
            notices.add("as_of: %s shows the present names.".formatted(names));
        }
        return notices;
    }

    private static String named(ResolvedSpec spec, Predicate<DimensionDefinition> which) {
        return spec.readDimensions()
                .filter(which)
                .map(DimensionDefinition::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
