package io.plumbline.spec.limit;

import java.util.List;

/**
 * What is counted under one key of Redis.
 *
 * @param key the part in braces decides on the node of a cluster
 * @param rates the limits that it is held to
 */
record Meter(String key, List<Rate> rates) {
    Meter {
        rates = List.copyOf(rates);
    }

    Meter dividedBy(int parts) {
        return new Meter(key, rates.stream().map(rate -> rate.dividedBy(parts)).toList());
    }
}
