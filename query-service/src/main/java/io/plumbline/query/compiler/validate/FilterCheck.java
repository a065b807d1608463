package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Filter;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;
import java.util.function.BiConsumer;

/** Goes through the values of the filters whose field and operator are right. */
record FilterCheck(Subject subject) {

    /** What to do with one value. */
    interface ValueCheck {
        void check(String pointer, DimensionDefinition dimension, Filter.Test filter, Object value);
    }

    void values(ValueCheck check) {
        subject.tests((pointer, filter) -> subject.dimension(filter.field())
                .filter(dimension -> Operators.of(dimension.type()).contains(filter.op()))
                .ifPresent(dimension -> {
                    BiConsumer<String, Object> one = (place, value) -> check.check(place, dimension, filter, value);
                    if (filter.value() instanceof List<?>) {
                        Subject.each(pointer + "/value/", Operators.values(filter), one);
                    } else {
                        Operators.values(filter).forEach(value -> one.accept(pointer + "/value", value));
                    }
                }));
    }
}
