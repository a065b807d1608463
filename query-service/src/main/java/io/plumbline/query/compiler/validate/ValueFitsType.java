package io.plumbline.query.compiler.validate;

import io.plumbline.spec.catalog.ColumnType;
import java.util.Optional;

/** A filter's values have the type of its field. */
final class ValueFitsType implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        new FilterCheck(subject)
                .values((pointer, field, filter, value) -> expected(field.type(), value)
                        .ifPresent(expected -> faults.add(
                                pointer,
                                "invalid_filter_value",
                                "`%s` is compared with %s.".formatted(field.name(), expected))));
    }

    /** What should stand there, where something else does. */
    private static Optional<String> expected(ColumnType type, Object value) {
        return switch (type) {
            case TEXT, TEXT_LIST -> value instanceof String ? Optional.empty() : Optional.of("a text in quotes");
            case BOOLEAN -> value instanceof Boolean ? Optional.empty() : Optional.of("true or false, without quotes");
            case TIME ->
                value instanceof String text && TimeText.read(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("a day such as 2026-06-01, or an instant such as 2026-06-01T09:30:00Z");
            case NUMBER -> value instanceof Number ? Optional.empty() : Optional.of("a number");
        };
    }
}
