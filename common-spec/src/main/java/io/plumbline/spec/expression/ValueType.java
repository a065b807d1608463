package io.plumbline.spec.expression;

import io.plumbline.spec.catalog.ColumnType;
import java.util.Locale;

/** The type of an expression. {@code NOTHING} is that of the literal null, which fits wherever a value fits. */
public enum ValueType {
    NUMBER,
    TEXT,
    TEXT_LIST,
    BOOLEAN,
    /** An instant. */
    TIME,
    /** A length of time, to add to an instant or to take from it. */
    DURATION,
    /** Several values that together name something; can only be counted. */
    KEY,
    NOTHING;

    /** The type of a column's values. */
    public static ValueType of(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case TEXT_LIST -> TEXT_LIST;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> NUMBER;
            case TIME -> TIME;
        };
    }

    /** The name in error messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
