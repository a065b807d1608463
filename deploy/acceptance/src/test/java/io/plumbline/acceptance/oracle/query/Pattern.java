package io.plumbline.acceptance.oracle.query;

import java.util.List;
import java.util.Locale;

/** The text operators that ignore case. */
record Pattern(String op) {
    boolean matches(Object value, List<Object> operands) {
        String text = value.toString().toLowerCase(Locale.ROOT);
        String wanted = operands.getFirst().toString().toLowerCase(Locale.ROOT);
        return switch (op) {
            case "contains" -> text.contains(wanted);
            case "starts_with" -> text.startsWith(wanted);
            default -> like(text, wanted);
        };
    }

    /** {@code %} stands for any text, {@code _} for one character. */
    private static boolean like(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '%') {
            return like(text, pattern.substring(1)) || (!text.isEmpty() && like(text.substring(1), pattern));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '_' || pattern.charAt(0) == text.charAt(0))
                && like(text.substring(1), pattern.substring(1));
    }
}
