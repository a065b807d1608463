package io.plumbline.query.compiler.plan;

/** A key of an order; missing values come last in both directions. */
public record Order(Expr value, boolean descending) {}
