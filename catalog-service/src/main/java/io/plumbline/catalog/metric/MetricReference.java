package io.plumbline.catalog.metric;

import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric as a caller names it: {@code velocity}, {@code velocity@1} or {@code velocity@1.0.0}.
 *
 * @param version the major or the whole version; null means the newest
 */
public record MetricReference(String name, String version) {
    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z0-9_]{1,59})(?:@(\\d{1,4}(?:\\.\\d{1,4}\\.\\d{1,4})?))?");

    /** What the text names; empty where it has not the form of a reference. */
    public static Optional<MetricReference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new MetricReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /** Whether the metric is one that the caller may mean. */
    public boolean fits(MetricDefinition metric) {
        if (!metric.name().equals(name)) {
            return false;
        }
        return version == null
                || version.equals(metric.version())
                || version.equals(String.valueOf(metric.majorVersion()));
    }
}
