package io.plumbline.spec.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults found in one parsed template, each at the part that has it. */
final class Faults {
    private final Positions positions;
    private final List<ExpressionFault> found = new ArrayList<>();

    Faults(Positions positions) {
        this.positions = positions;
    }

    void add(Expression part, String message, List<String> allowed) {
        found.add(new ExpressionFault(positions.of(part), ExpressionPrinter.print(part), message, allowed));
    }

    void add(Expression part, String message) {
        add(part, message, List.of());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ExpressionFault> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(ExpressionFault::position))
                .toList();
    }
}
