package io.plumbline.spec.expression;

import java.util.Locale;

/** How two conditions are joined. */
public enum LogicalOperator {
    AND,
    OR;

    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
