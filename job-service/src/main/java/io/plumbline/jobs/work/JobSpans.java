package io.plumbline.jobs.work;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Goes on with the trace of the request that submitted a job, in each attempt at it, in whatever process. */
@ApplicationScoped
public class JobSpans {
    private static final String HEADER = "traceparent";

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final Tracer tracer;

    JobSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.plumbline.jobs");
    }

    Span begin(Claim claim) {
        Map<String, String> carrier = claim.traceparent() == null ? Map.of() : Map.of(HEADER, claim.traceparent());
        Context submitted = W3CTraceContextPropagator.getInstance().extract(Context.root(), carrier, GETTER);
        return tracer.spanBuilder("job")
                .setParent(submitted)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("job.id", claim.job().toString())
                .setAttribute("job.attempt", claim.attempt())
                .setAttribute("tenant.id", claim.caller().tenant().slug())
                .startSpan();
    }

    /** The header by which a call belongs to the span; where nothing is traced here, the submission's. */
    static String header(Span span, Claim claim) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : claim.traceparent();
    }

    static void end(Span span, String outcome) {
        span.setAttribute("job.outcome", outcome);
        if (!outcome.equals("completed")) {
            span.setStatus(StatusCode.ERROR, outcome);
        }
        span.end();
    }
}
