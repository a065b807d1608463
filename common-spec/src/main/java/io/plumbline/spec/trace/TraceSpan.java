package io.plumbline.spec.trace;

import java.util.Map;

/**
 * One step of a trace, by one process.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId of the step that this is part of; empty for the first
 * @param service whose process it is
 * @param startNanos since 1970
 * @param endNanos since 1970
 * @param attributes what else is known of it; no value of a caller
 * @param failed whether it ended badly
 */
public record TraceSpan(
        String traceId,
        String spanId,
        String parentId,
        String name,
        String service,
        long startNanos,
        long endNanos,
        Map<String, String> attributes,
        boolean failed) {
    public TraceSpan {
        attributes = Map.copyOf(attributes);
    }
}
