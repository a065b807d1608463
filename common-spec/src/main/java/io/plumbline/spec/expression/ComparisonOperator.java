package io.plumbline.spec.expression;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. A comparison with a missing value is neither true nor false, as in SQL. */
public enum ComparisonOperator {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static Optional<ComparisonOperator> find(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
