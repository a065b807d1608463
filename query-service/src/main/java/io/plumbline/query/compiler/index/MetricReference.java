package io.plumbline.query.compiler.index;

import java.util.OptionalInt;

/** A metric as a measure names it: {@code velocity} or {@code velocity@1}. */
public record MetricReference(String name, OptionalInt major) {

    /** Reads the reference; a version that is no whole number is one that no metric has. */
    public static MetricReference of(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new MetricReference(text, OptionalInt.empty())
                : new MetricReference(text.substring(0, at), OptionalInt.of(major(text.substring(at + 1))));
    }

    private static int major(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }
}
