package io.plumbline.jobs.result;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the rows of a page back to the values that query-service had. */
final class StoredRows {
    private static final TypeReference<Map<String, Object>> PARTS = new TypeReference<>() {};

    private StoredRows() {}

    /** Each row's values in the order of the columns. */
    static List<List<Object>> read(byte[] page, List<ResultColumn> columns) {
        List<List<Object>> rows = new ArrayList<>(PageWriter.ROWS);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(page)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(Json.mapper().readTree(line), columns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page of a result is damaged", e);
        }
        return rows;
    }

    private static List<Object> row(JsonNode values, List<ResultColumn> columns) {
        List<Object> row = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = values.get(i);
            row.add(
                    value == null || value.isNull()
                            ? null
                            : value(value, columns.get(i).type()));
        }
        return row;
    }

    private static Object value(JsonNode value, ResultType type) {
        return switch (type) {
            case TEXT, WHY -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case INTEGER -> value.longValue();
            case DECIMAL -> value.doubleValue();
            case DATE -> LocalDate.parse(value.textValue());
            case INSTANT -> Instant.parse(value.textValue());
            case PARTS -> Json.mapper().convertValue(value, PARTS);
        };
    }
}
