package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Operator;

/** A pattern does not end in the middle of an escape. */
final class CompletePattern implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        new FilterCheck(subject).values((pointer, field, filter, value) -> {
            if (filter.op() == Operator.LIKE && value instanceof String pattern && endsInEscape(pattern)) {
                faults.add(
                        pointer,
                        "invalid_filter_value",
                        "In a pattern a backslash takes the next character literally; write two for a backslash.");
            }
        });
    }

    private static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
