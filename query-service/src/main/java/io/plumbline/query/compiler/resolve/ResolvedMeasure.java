package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;

/**
 * One number column.
 *
 * @param column the caller's name of it, which never enters SQL
 * @param window over which periods each bucket counts; empty for its own
 * @param show what the column shows in place of the number; empty for the number itself
 */
public record ResolvedMeasure(
        String column, MetricDefinition metric, Value value, Optional<Window> window, Optional<ResolvedShow> show) {}
