package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

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

        @JsonCreator
        static Direction fromWire(String wireName) {
            return switch (wireName) {
                case "asc" -> ASC;
                case "desc" -> DESC;
                default -> throw new IllegalArgumentException("unknown direction");
            };
        }
    }
}
