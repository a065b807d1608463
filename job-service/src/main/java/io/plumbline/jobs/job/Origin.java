package io.plumbline.jobs.job;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.plumbline.spec.http.LogContext;

/**
 * Where a submission comes from, kept with the job so that its traces and log lines lead back.
 *
 * @param requestId null where there is none
 * @param traceparent W3C; null where nothing is traced
 */
public record Origin(String requestId, String traceparent) {
    /** Of the request that is being served. */
    public static Origin present() {
        SpanContext span = Span.current().getSpanContext();
        return new Origin(
                LogContext.requestId(),
                span.isValid()
                        ? "00-%s-%s-%s"
                                .formatted(
                                        span.getTraceId(),
                                        span.getSpanId(),
                                        span.getTraceFlags().asHex())
                        : null);
    }
}
