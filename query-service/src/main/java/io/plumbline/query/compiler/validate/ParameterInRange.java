package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import java.math.BigDecimal;
import java.util.Optional;

/** A parameter's value is a whole number within its bounds. */
final class ParameterInRange implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> subject.metric(measure)
                .ifPresent(metric -> metric.parameters().stream()
                        .filter(parameter -> !fits(measure, parameter))
                        .forEach(parameter -> faults.add(
                                pointer + "/params/" + parameter.name(),
                                "parameter_out_of_range",
                                "`%s` is a whole number from %d to %d."
                                        .formatted(parameter.name(), parameter.minimum(), parameter.maximum())))));
    }

    private static boolean fits(Measure measure, Parameter parameter) {
        Object given = measure.params().get(parameter.name());
        return given == null
                || whole(given)
                        .filter(value -> value.compareTo(BigDecimal.valueOf(parameter.minimum())) >= 0
                                && value.compareTo(BigDecimal.valueOf(parameter.maximum())) <= 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> whole(Object given) {
        return given instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                        .filter(value -> value.stripTrailingZeros().scale() <= 0)
                : Optional.empty();
    }
}
