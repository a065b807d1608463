package io.plumbline.acceptance.oracle.query;

import java.util.List;

/** Comparison of a number of the answer with numbers. */
record Numbers(String op) {
    boolean matches(double value, List<Object> operands) {
        double first = (Double) operands.getFirst();
        return switch (op) {
            case "<" -> value < first;
            case "<=" -> value <= first;
            case ">" -> value > first;
            case ">=" -> value >= first;
            case "between" -> value >= first && value <= (Double) operands.get(1);
            default -> throw new IllegalArgumentException(op);
        };
    }
}
