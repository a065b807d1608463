package io.plumbline.acceptance.oracle.metric;

import java.util.Map;

/**
 * A number of the answer.
 *
 * @param value null where there is nothing to say
 * @param parts a composite's contributions by name; null for other metrics
 */
public record Cell(Double value, Map<String, Double> parts) {
    static Cell of(Double value) {
        return new Cell(value, null);
    }
}
