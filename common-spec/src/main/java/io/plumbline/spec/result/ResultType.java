package io.plumbline.spec.result;

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
    /** {@code OffsetDateTime}. */
    INSTANT,
    /** JSON object of numbers: a composite's contributions by part. */
    PARTS,
    /** {@code String}, not shown itself: why the column of the same name has no number; null where it has one. */
    WHY;

    /** What an answer calls it: text, number, boolean, date, time or object. */
    public String wireName() {
        return switch (this) {
            case TEXT, WHY -> "text";
            case BOOLEAN -> "boolean";
            case INTEGER, DECIMAL -> "number";
            case DATE -> "date";
            case INSTANT -> "time";
            case PARTS -> "object";
        };
    }
}
