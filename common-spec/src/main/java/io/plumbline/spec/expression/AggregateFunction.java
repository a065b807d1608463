package io.plumbline.spec.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every function of many rows that a template may call. Over no rows, count is 0 and the others have no value. */
public enum AggregateFunction {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX;

    /** The name in a template, for example {@code count}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AggregateFunction> find(String wireName) {
        return Arrays.stream(values())
                .filter(f -> f.wireName().equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(AggregateFunction::wireName).toList();
    }
}
