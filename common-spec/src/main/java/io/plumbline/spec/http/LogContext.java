package io.plumbline.spec.http;

import org.jboss.logging.MDC;

/** The members that each log line of a request carries, and the ids that tie them together. */
public final class LogContext {
    /** The header that carries the request's id, in requests and answers. */
    public static final String REQUEST_HEADER = "X-Request-Id";
    /** By which a service that was asked in words tells the next one so; the gateway lets none in. */
    public static final String QUESTION_HEADER = "X-Question-Hash";

    public static final String REQUEST_ID = "request_id";
    public static final String TENANT_ID = "tenant_id";
    public static final String USER_ID = "user_id";
    /** SHA-256 of the question that the request comes from, where it comes from one. */
    public static final String QUESTION_HASH = "question_hash";
    /** Put there by the tracing extension while a span is open. */
    private static final String TRACE_ID = "traceId";

    private LogContext() {}

    /** The request's id; null outside of requests. */
    public static String requestId() {
        return text(REQUEST_ID);
    }

    /** SHA-256 of the question that the request comes from; null where it comes from none. */
    public static String questionHash() {
        return text(QUESTION_HASH);
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
