package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.catalog.MetricDefinition;

/**
 * One number column.
 *
 * @param column the caller's name of it, which never enters SQL
 */
public record ResolvedMeasure(String column, MetricDefinition metric, Value value) {}
