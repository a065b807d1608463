package io.plumbline.query.receipt;

import java.util.Map;

/**
 * Fingerprints of what an answer is computed by: equal where it is computed alike, whatever is said about it.
 *
 * @param model of the entities and dimensions
 * @param metrics of all metrics that take part, by {@code name@version}
 */
public record Basis(String model, Map<String, String> metrics) {
    public Basis {
        metrics = Map.copyOf(metrics);
    }
}
