package io.plumbline.spec.http;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Leaves tracing off unless a collector, or a folder for traces, is named: without one, each span would end in a failed
 * export.
 */
public final class TracingDefaults implements ConfigSource {
    private static final String KEY = "quarkus.otel.sdk.disabled";
    private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String FOLDER = "PLUMBLINE_TRACES";

    private final Map<String, String> properties;

    /** For the configuration, which makes it by name. */
    public TracingDefaults() {
        this(System.getenv(COLLECTOR), System.getenv(FOLDER));
    }

    TracingDefaults(String collector, String folder) {
        properties = Map.of(KEY, Boolean.toString(isBlank(collector) && isBlank(folder)));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "Plumbline tracing defaults";
    }

    @Override
    public int getOrdinal() {
        return DEFAULT_ORDINAL;
    }
}
