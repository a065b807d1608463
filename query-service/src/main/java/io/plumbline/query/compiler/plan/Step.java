package io.plumbline.query.compiler.plan;

/**
 * A named part of the statement.
 *
 * @param purpose a sentence on what its rows are, for explain
 */
public record Step(String name, String purpose, Relation relation) {}
