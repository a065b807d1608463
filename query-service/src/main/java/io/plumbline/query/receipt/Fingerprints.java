package io.plumbline.query.receipt;

import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.catalog.MetricDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a metric's number depends on, in short: words about it may change, its computation and parameters may not. */
public final class Fingerprints {
    private static final int DIGITS = 16;

    private Fingerprints() {}

    /** By {@code name@version}. */
    public static Map<String, String> of(List<MetricDefinition> definitions) {
        Map<String, String> fingerprints = new TreeMap<>();
        definitions.forEach(metric -> fingerprints.put(metric.id(), of(metric)));
        return fingerprints;
    }

    private static String of(MetricDefinition metric) {
        Map<String, Integer> defaults = new TreeMap<>();
        metric.parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.defaultValue()));
        String text = CanonicalJson.write(Map.of("computation", metric.computation(), "defaults", defaults));
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
