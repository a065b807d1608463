package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold: a {@link Test}, or tests joined by {@code and}, {@code or} and {@code not}. Two-valued: a test holds
 * or it does not, so {@code not} picks exactly the rows that its filter leaves out, those without a value included.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Filter.Test.class),
    @JsonSubTypes.Type(Filter.All.class),
    @JsonSubTypes.Type(Filter.Any.class),
    @JsonSubTypes.Type(Filter.Not.class)
})
public sealed interface Filter {

    /** The tests in it, from left to right. */
    @JsonIgnore
    Stream<Test> tests();

    /**
     * A condition on a dimension, which picks rows before they are aggregated, or on a number column of the answer (a
     * measure's {@code as}, or what a comparison adds to it), which picks rows of the answer. {@code value} is a text,
     * number or boolean; a list of them for {@code in} and {@code not_in}; a list of two, both inclusive, for {@code
     * between}; null for {@code is_null} and {@code is_not_null}.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Test(String field, Operator op, Object value) implements Filter {
        @Override
        public Stream<Test> tests() {
            return Stream.of(this);
        }
    }

    /** All hold. Written {@code {"and": [...]}}. */
    record All(@JsonProperty("and") List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public Stream<Test> tests() {
            return filters.stream().flatMap(Filter::tests);
        }
    }

    /** At least one holds. Written {@code {"or": [...]}}. */
    record Any(@JsonProperty("or") List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public Stream<Test> tests() {
            return filters.stream().flatMap(Filter::tests);
        }
    }

    /** It does not hold. Written {@code {"not": {...}}}. */
    record Not(@JsonProperty("not") Filter filter) implements Filter {
        @Override
        public Stream<Test> tests() {
            return filter.tests();
        }
    }
}
