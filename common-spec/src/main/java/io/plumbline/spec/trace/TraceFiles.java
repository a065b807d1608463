package io.plumbline.spec.trace;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps traces in a folder where one is named; the framework then sends them to no collector. */
@Singleton
final class TraceFiles {
    static final String FOLDER = "plumbline.traces.folder";
    static final String NONE = "none";

    @Produces
    @Singleton
    @LookupUnlessProperty(name = FOLDER, stringValue = NONE, lookupIfMissing = false)
    SpanExporter file(
            @ConfigProperty(name = FOLDER) Path folder,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return new FileSpans(new TraceFile(folder, service), service);
    }
}
