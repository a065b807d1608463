package io.plumbline.spec.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every function of one row's values that a template may call. */
public enum ScalarFunction {
    /** The first argument that has a value. */
    COALESCE(2, Integer.MAX_VALUE),
    /** The first argument, or no value where it equals the second. */
    NULLIF(2, 2),
    ABS(1, 1),
    /** The greatest argument; missing values are passed over. */
    GREATEST(2, Integer.MAX_VALUE),
    /** The least argument; missing values are passed over. */
    LEAST(2, Integer.MAX_VALUE),
    /** To a whole number, or to the number of decimals that the second argument, a literal, says. */
    ROUND(1, 2),
    /** Days of 24 hours from the first instant to the second, with fractions. */
    DAYS_BETWEEN(2, 2),
    /** Hours from the first instant to the second, with fractions. */
    HOURS_BETWEEN(2, 2),
    /**
     * Working time from the first instant to the second in days of the tenant's working calendar, with fractions: a
     * working day counts 1, a part of one its share of the day, any other day 0. Never negative.
     */
    WORKING_DAYS_BETWEEN(2, 2),
    /** A duration of so many days of 24 hours, to add to an instant or to take from it. */
    DAYS(1, 1),
    /** Several columns as one value, equal where all are equal; only to be counted, as {@code (a, b)} in SQL. */
    KEY(2, Integer.MAX_VALUE);

    private final int fewest;
    private final int most;

    ScalarFunction(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** The name in a template, for example {@code days_between}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be called with so many arguments. */
    public boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** The number of arguments in words, for error messages. */
    String arity() {
        if (fewest == most) {
            return fewest + (fewest == 1 ? " argument" : " arguments");
        }
        return most == Integer.MAX_VALUE ? "at least " + fewest + " arguments" : fewest + " to " + most + " arguments";
    }

    static Optional<ScalarFunction> find(String wireName) {
        return Arrays.stream(values())
                .filter(f -> f.wireName().equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(ScalarFunction::wireName).toList();
    }
}
