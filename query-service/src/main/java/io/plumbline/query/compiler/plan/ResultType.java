package io.plumbline.query.compiler.plan;

/** The type of a result column, with the Java type that the PostgreSQL client hands over. */
public enum ResultType {
    /** {@code String}. */
    TEXT,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code Long}: a count. */
    INTEGER,
    /** {@code Double}. */
    DECIMAL,
    /** {@code LocalDate}: the first day of a period. */
    DATE,
    /** JSON object of numbers: a composite's contributions by part. */
    PARTS
}
