package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.catalog.DimensionDefinition;

/** A condition on a dimension's value. */
public record ResolvedFilter(DimensionDefinition dimension, Condition condition) {}
