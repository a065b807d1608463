package io.plumbline.spec.read;

/** The codes of the faults found while reading. */
public final class FaultCodes {
    /** No JSON at all; the message has line and column. */
    public static final String MALFORMED_JSON = "malformed_json";
    /** The same member twice in one object. */
    public static final String DUPLICATE_MEMBER = "duplicate_member";
    /** A member that the language does not have. */
    public static final String UNKNOWN_MEMBER = "unknown_member";
    /** A required member is absent. */
    public static final String MISSING = "missing";
    /** Another JSON type than the member takes. */
    public static final String WRONG_TYPE = "wrong_type";
    /** An empty list or text where something is needed. */
    public static final String EMPTY = "empty";
    /** More items than allowed. */
    public static final String TOO_MANY = "too_many";
    /** A longer text than allowed. */
    public static final String TOO_LONG = "too_long";
    /** A number outside of its range. */
    public static final String OUT_OF_RANGE = "out_of_range";
    /** No member of a closed set. */
    public static final String UNKNOWN_VALUE = "unknown_value";
    /** A text without the form of a name. */
    public static final String INVALID_NAME = "invalid_name";
    /** A text that is no date of the form {@code YYYY-MM-DD}. */
    public static final String INVALID_DATE = "invalid_date";
    /** A value that its operator can't take. */
    public static final String INVALID_VALUE = "invalid_value";
    /** The first of two bounds is not before the second. */
    public static final String WRONG_ORDER = "wrong_order";
    /** The same column, dimension or sort key twice. */
    public static final String DUPLICATE = "duplicate";
    /** A column that the answer will not have. */
    public static final String UNKNOWN_COLUMN = "unknown_column";
    /** A control character or half of a surrogate pair in a text. */
    public static final String CONTROL_CHARACTER = "control_character";

    private FaultCodes() {}
}
