package io.plumbline.spec.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Hands the spans of this process to its file. */
final class FileSpans implements SpanExporter {
    private static final Logger LOG = Logger.getLogger(FileSpans.class);

    private final TraceFile file;
    private final String service;

    FileSpans(TraceFile file, String service) {
        this.file = file;
        this.service = service;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        try {
            file.append(spans.stream().map(this::span).toList());
            return CompletableResultCode.ofSuccess();
        } catch (UncheckedIOException e) {
            LOG.warn("A trace could not be written", e);
            return CompletableResultCode.ofFailure();
        }
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    private TraceSpan span(SpanData span) {
        Map<String, String> attributes = new LinkedHashMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), String.valueOf(value)));
        return new TraceSpan(
                span.getTraceId(),
                span.getSpanId(),
                span.getParentSpanContext().isValid() ? span.getParentSpanId() : "",
                span.getName(),
                service,
                span.getStartEpochNanos(),
                span.getEndEpochNanos(),
                attributes,
                span.getStatus().getStatusCode() == StatusCode.ERROR);
    }
}
