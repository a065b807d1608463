package io.plumbline.query.compiler.drill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which cell of a spec's answer is opened, and which page of what is behind it.
 *
 * @param row the row, by the value of each of its dimensions; a null value names the group without one;
 *     that of a sprint also by the columns that tell sprints apart
 * @param measure the measure's column; null where the spec has one measure only
 * @param part which number behind the measure's: a side of a ratio, a part of a score; null for the first
 * @param limit the most rows
 * @param offset how many rows to pass over
 */
public record DrillRequest(Map<String, Object> row, String measure, String part, int limit, int offset) {
    /** The sides of a quotient. */
    public static final String NUMERATOR = "numerator";

    public static final String DENOMINATOR = "denominator";

    public DrillRequest {
        row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }
}
