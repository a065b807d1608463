package io.plumbline.query.receipt;

import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.WorkingCalendar;
import io.plumbline.spec.expression.CalendarUse;
import io.plumbline.spec.signature.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a metric's number depends on, in short: words about it may change, its computation and parameters may not. */
final class MetricFingerprints {
    private static final int DIGITS = 16;

    private MetricFingerprints() {}

    /**
     * By {@code name@version}.
     *
     * @param calendar counts for the metrics that are computed by it
     */
    static Map<String, String> of(List<MetricDefinition> definitions, WorkingCalendar calendar) {
        Map<String, String> fingerprints = new TreeMap<>();
        definitions.forEach(metric -> fingerprints.put(metric.id(), of(metric, calendar)));
        return fingerprints;
    }

    private static String of(MetricDefinition metric, WorkingCalendar calendar) {
        Map<String, Integer> defaults = new TreeMap<>();
        metric.parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.defaultValue()));
        Map<String, Object> content = new HashMap<>(Map.of("computation", metric.computation(), "defaults", defaults));
        if (CalendarUse.in(metric.computation())) {
            content.put("calendar", calendar);
        }
        String text = CanonicalJson.write(content);
        return Sha256.hex(text).substring(0, DIGITS);
    }
}
