package io.plumbline.spec.http;

import org.jboss.logging.MDC;

/** The members that each log line of a request carries, and the ids that tie them together. */
public final class LogContext {
    public static final String REQUEST_ID = "request_id";
    public static final String TENANT_ID = "tenant_id";
    public static final String USER_ID = "user_id";
    /** Put there by the tracing extension while a span is open. */
    private static final String TRACE_ID = "traceId";

    private LogContext() {}

    /** The request's id; null outside of requests. */
    public static String requestId() {
        return text(REQUEST_ID);
    }

    /** What a person quotes to find the log lines: the trace's id, or the request's where tracing is off. */
    public static String traceId() {
        String trace = text(TRACE_ID);
        return trace == null ? requestId() : trace;
    }

    private static String text(String key) {
        Object value = MDC.get(key);
        return value == null ? null : value.toString();
    }
}
