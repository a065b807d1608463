package io.plumbline.local.cli;

import io.plumbline.local.terminal.Table;
import io.plumbline.spec.trace.TraceSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A trace as a tree: each step below the one that it is part of, with when it began and how long it took. */
final class TraceTree {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final List<TraceSpan> spans;
    private final Set<String> ids;
    private final long start;

    TraceTree(List<TraceSpan> spans) {
        this.spans = spans.stream()
                .sorted(Comparator.comparingLong(TraceSpan::startNanos)
                        .thenComparing(TraceSpan::endNanos, Comparator.reverseOrder()))
                .toList();
        this.ids = spans.stream().map(TraceSpan::spanId).collect(Collectors.toSet());
        this.start = this.spans.getFirst().startNanos();
    }

    Table table() {
        Table table = new Table(List.of("step", "service", "at ms", "took ms", "")).numeric(2, 3);
        for (TraceSpan span : spans) {
            // The step that it is part of may be a caller's, or not written yet.
            if (!ids.contains(span.parentId())) {
                add(table, span, "");
            }
        }
        return table;
    }

    private void add(Table table, TraceSpan span, String indent) {
        table.row(List.of(
                indent + span.name().replaceAll("\\s+", " "),
                span.service(),
                millis(span.startNanos() - start),
                millis(span.endNanos() - span.startNanos()),
                span.failed() ? "failed" : ""));
        spans.stream()
                .filter(child -> child.parentId().equals(span.spanId()))
                .forEach(child -> add(table, child, indent + "  "));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_MILLI);
    }
}
