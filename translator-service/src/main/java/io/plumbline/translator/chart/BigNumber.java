package io.plumbline.translator.chart;

import java.util.Map;

/** One number, written large. */
final class BigNumber {
    private static final int SIZE = 48;

    private BigNumber() {}

    static Map<String, Object> of(String measure) {
        return Map.of(
                "mark", Map.of("type", "text", "fontSize", SIZE),
                "encoding", Map.of("text", Map.of("field", measure, "type", "quantitative", "format", ",.4~g")));
    }
}
