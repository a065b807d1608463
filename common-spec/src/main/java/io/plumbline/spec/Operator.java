package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a filter compares. {@code !=} and {@code not_in} also match rows without a value. Text matches exactly;
 * {@code contains}, {@code like} and {@code starts_with} ignore case.
 */
public enum Operator {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    IN("in"),
    NOT_IN("not_in"),
    BETWEEN("between"),
    LIKE("like"),
    CONTAINS("contains"),
    STARTS_WITH("starts_with"),
    IS_NULL("is_null"),
    IS_NOT_NULL("is_not_null");

    private final String wireName;

    Operator(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire, for example {@code not_in}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The operator of that wire name, if there is one. */
    public static Optional<Operator> find(String wireName) {
        return Arrays.stream(values()).filter(o -> o.wireName.equals(wireName)).findFirst();
    }

    @JsonCreator
    static Operator fromWire(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown operator"));
    }
}
