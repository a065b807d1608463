package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the column shows in place of the value itself.
 *
 * @param type what is made of the value
 * @param within dimensions of the spec: the total, or the ranking, is of the rows that agree on them; empty means all
 *     rows
 * @param dir which value ranks first; null means the greatest ({@code desc}); of a rank only
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Show(Type type, List<String> within, Sort.Direction dir) {
    public Show {
        within = within == null ? List.of() : List.copyOf(within);
    }

    /** Shares and places. */
    public enum Type {
        /**
         * 100 × the value / the measure over all rows that agree on {@code within}, counted anew, so that an issue under
         * two labels counts once in the total. Null where the total is 0 or null.
         */
        PERCENT_OF_TOTAL,
        /** The place from 1, equal values sharing the better one; null where there is no value. */
        RANK;

        /** The name on the wire, for example {@code percent_of_total}. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of that wire name, if there is one. */
        public static Optional<Type> find(String wireName) {
            return Arrays.stream(values())
                    .filter(t -> t.wireName().equals(wireName))
                    .findFirst();
        }

        @JsonCreator
        static Type fromWire(String wireName) {
            return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown type"));
        }
    }
}
