package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import java.util.List;
import java.util.function.BiConsumer;

/** Goes through the tests of the filters whose field is known, and the values of those whose operator is right too. */
record FilterCheck(Subject subject, Columns columns) {

    FilterCheck(Subject subject) {
        this(subject, new Columns(subject));
    }

    /** What to do with one test. */
    interface TestCheck {
        void check(String pointer, FilterField field, Filter.Test filter);
    }

    /** What to do with one value. */
    interface ValueCheck {
        void check(String pointer, FilterField field, Filter.Test filter, Object value);
    }

    void tests(TestCheck check) {
        subject.tests((pointer, filter) ->
                columns.field(filter.field()).ifPresent(field -> check.check(pointer, field, filter)));
    }

    void values(ValueCheck check) {
        tests((pointer, field, filter) -> {
            if (Operators.of(field.type()).contains(filter.op())) {
                values(pointer, filter, (place, value) -> check.check(place, field, filter, value));
            }
        });
    }

    private static void values(String pointer, Filter.Test filter, BiConsumer<String, Object> check) {
        if (filter.value() instanceof List<?>) {
            Subject.each(pointer + "/value/", Operators.values(filter), check);
        } else {
            Operators.values(filter).forEach(value -> check.accept(pointer + "/value", value));
        }
    }
}
