package io.plumbline.spec.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The type of a warehouse column or dimension. {@code TEXT_LIST} is an array: the row counts under each value. */
public enum ColumnType {
    TEXT,
    TEXT_LIST,
    BOOLEAN,
    NUMBER,
    TIME;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ColumnType fromWire(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
