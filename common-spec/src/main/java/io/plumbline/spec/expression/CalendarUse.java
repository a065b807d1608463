package io.plumbline.spec.expression;

import io.plumbline.spec.catalog.Computation;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a metric's number depends on the working calendar. */
public final class CalendarUse {
    private CalendarUse() {}

    /** Of the computation itself; those of the metrics that it is made of are looked at by themselves. */
    public static boolean in(Computation computation) {
        return templates(computation)
                .filter(Objects::nonNull)
                .map(ExpressionParser::parse)
                .flatMap(Expression::stream)
                .anyMatch(CalendarUse::isWorkingTime);
    }

    private static boolean isWorkingTime(Expression part) {
        return part instanceof Expression.Call call && call.function() == ScalarFunction.WORKING_DAYS_BETWEEN;
    }

    private static Stream<String> templates(Computation computation) {
        return switch (computation) {
            case Computation.Simple it -> Stream.of(it.sqlTemplate(), it.where(), it.leftOut());
            case Computation.PerSprint it -> Stream.of(it.sqlTemplate());
            case Computation.Snapshot it -> Stream.of(it.where(), it.sqlTemplate());
            case Computation.Derived it -> Stream.of(it.sqlTemplate());
            case Computation.Ratio _, Computation.Composite _ -> Stream.empty();
        };
    }
}
