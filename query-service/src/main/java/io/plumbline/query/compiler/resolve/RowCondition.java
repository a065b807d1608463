package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.catalog.DimensionDefinition;

/** A condition on a dimension's value, which picks rows before they are aggregated. */
public record RowCondition(DimensionDefinition dimension, Condition condition) {}
