package io.plumbline.query.compiler.plan;

/** The types of the plan's values, as the database knows them. */
public enum Type {
    TEXT,
    TEXT_LIST,
    BOOLEAN,
    BOOLEAN_LIST,
    /** A whole number of 64 bits. */
    INTEGER,
    /** Whole numbers of 32 bits. */
    INTEGER_LIST,
    /** An exact decimal. */
    NUMERIC,
    /** A floating point number of 64 bits. */
    DOUBLE,
    DATE,
    DATE_LIST,
    /** An instant. */
    INSTANT,
    /** A date and time without a zone. */
    LOCAL
}
