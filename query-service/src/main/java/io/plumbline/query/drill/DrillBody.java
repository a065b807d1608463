package io.plumbline.query.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Which cell to open.
 *
 * @param spec the spec whose answer has the cell
 * @param row the cell's row: the value of each dimension as the answer shows it, null for the group without one; by
 *     sprint also {@code metric_time__sprint} and {@code metric_time__board}
 * @param measure the cell's column; may be left out where the spec has one measure
 * @param part which number behind the cell's: {@code numerator} or {@code denominator} of a ratio, a part of a score, an
 *     input of a derived metric; further parts after a dot; left out: the first, and a score's sprints
 * @param limit the most rows, 1 to 1,000; left out: 100
 * @param offset how many rows to pass over; left out: none
 */
public record DrillBody(
        JsonNode spec, Map<String, Object> row, String measure, String part, Integer limit, Integer offset) {}
