package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;

/** Walks over one JSON value as a stream. What a handler does not read is skipped. */
final class JsonCursor {
    /** Longest id, key or name that is kept: the database's indexes take no longer ones. */
    private static final int MAX_NAME = 255;

    private final JsonParser parser;

    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads a member or element at which the cursor stands. */
    interface Handler {
        void accept(String name) throws IOException;
    }

    /** Reads each member of the object here; null counts as an object without members. */
    void members(Handler handler) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            handler.accept(name);
            skipUnread();
        }
    }

    /** Reads each element of the array here; null counts as an empty array. */
    void elements(Handler handler) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            handler.accept(null);
            skipUnread();
        }
    }

    private void skipUnread() throws IOException {
        // There is no current token after a tree was read.
        if (parser.currentToken() != null && parser.currentToken().isStructStart()) {
            parser.skipChildren();
        }
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isText() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The text, number or truth value here as text; null for null and for objects and arrays. */
    String text() throws IOException {
        return parser.currentToken().isScalarValue() && !isNull() ? parser.getText() : null;
    }

    /** An id or name: text or a number, not blank, at most 255 characters; null where it is missing or blank. */
    String name() throws IOException {
        String text = text();
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_NAME) {
            throw new InvalidRecord("%s is longer than %d characters".formatted(pointer(), MAX_NAME));
        }
        return text.strip();
    }

    Instant instant() throws IOException {
        return isText() && parser.getText().isEmpty() ? null : Timestamps.parse(text(), pointer());
    }

    boolean truth() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new InvalidRecord("%s must be true or false".formatted(pointer()));
        };
    }

    long wholeNumber() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new InvalidRecord("%s must be a whole number".formatted(pointer()));
        }
        return parser.getLongValue();
    }

    /** The whole value here as a tree; for small ones only. */
    JsonNode tree() throws IOException {
        return parser.readValueAsTree();
    }

    /** Where the cursor stands, as a JSON pointer. */
    String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw new InvalidRecord("%s must be %s".formatted(pointer(), what));
        }
    }
}
