package io.plumbline.spec.result;

/**
 * A column of the answer. The SQL's own column names are no user's text: columns are matched by position.
 *
 * @param name the dimension's name, the measure's {@code as}, or that with {@code __previous}, {@code __delta}, {@code
 *     __delta_pct} or {@code __parts}
 */
public record ResultColumn(String name, ResultType type) {

    /** Whether it is a column of the answer's rows. */
    public boolean isShown() {
        return type != ResultType.WHY;
    }
}
