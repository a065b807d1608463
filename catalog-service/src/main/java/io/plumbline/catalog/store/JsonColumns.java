package io.plumbline.catalog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

/** Values of {@code jsonb} columns, written and read as the API writes and reads them. */
final class JsonColumns {
    private JsonColumns() {}

    static Object value(Object value) {
        String text = write(value);
        return text.startsWith("[") ? new JsonArray(text) : new JsonObject(text);
    }

    static String write(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition can't be written", e);
        }
    }

    static <T> T read(Row row, String column, Class<T> type) {
        try {
            return Json.mapper().readValue(row.getValue(column).toString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition can't be read", e);
        }
    }
}
