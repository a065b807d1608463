package io.plumbline.spec.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.result.ResultColumn;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One JSON object a line, each told by its first member: first {@code meta} (with {@code total}), then {@code row} (with
 * {@code emptiness} where a number of it is missing: the reason by column), at last {@code end}. An answer without
 * {@code end} is not whole; where it broke, {@code problem} stands in its place. Rows are wrapped because a column may
 * have any name.
 */
final class NdjsonFormat implements RowFormat {
    private List<ResultColumn> columns = List.of();

    @Override
    public byte[] head(Heading heading) {
        columns = heading.columns();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("meta", heading.meta());
        line.put("total", heading.total());
        return bytes(line(line));
    }

    @Override
    public byte[] rows(List<List<Object>> rows) {
        return bytes(rows.stream().map(row -> line(members(row))).collect(Collectors.joining()));
    }

    @Override
    public byte[] end(Ending ending) {
        return bytes(line(Map.of("end", ending)));
    }

    @Override
    public byte[] broken(Object problem) {
        return bytes(line(Map.of("problem", problem)));
    }

    @Override
    public boolean tellsMeta() {
        return true;
    }

    private Map<String, Object> members(List<Object> row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Object> emptiness = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ResultColumn column = columns.get(i);
            if (column.isShown()) {
                shown.put(column.name(), row.get(i));
            } else if (row.get(i) != null) {
                emptiness.put(column.name(), row.get(i));
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row", shown);
        if (!emptiness.isEmpty()) {
            line.put("emptiness", emptiness);
        }
        return line;
    }

    private static String line(Object value) {
        try {
            return Json.mapper().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
