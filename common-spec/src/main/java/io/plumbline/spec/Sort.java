package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One key of the result order. Rows without a value come last in both directions.
 *
 * @param field a column of the answer
 * @param dir null means ascending
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sort(String field, Direction dir) {
    /** Ascending or descending. */
    public enum Direction {
        ASC,
        DESC;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The direction of that wire name, if there is one. */
        public static Optional<Direction> find(String wireName) {
            return Arrays.stream(values())
                    .filter(d -> d.wireName().equals(wireName))
                    .findFirst();
        }

        @JsonCreator
        static Direction fromWire(String wireName) {
            return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown direction"));
        }
    }
}
