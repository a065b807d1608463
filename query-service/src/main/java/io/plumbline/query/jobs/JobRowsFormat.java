package io.plumbline.query.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.format.RowFormat;
import io.plumbline.spec.result.ResultColumn;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows for job-service: a line of JSON each. First an object with {@code columns} (all of them, with their exact types),
 * {@code units}, {@code meta} and {@code total}; then an array of values for each row; at last an object with {@code end}.
 * An answer without it is not whole; where it broke, {@code problem} stands in its place.
 */
final class JobRowsFormat implements RowFormat {

    private int columns;

    @Override
    public byte[] head(Heading heading) {
        columns = heading.columns().size();
        return bytes(line(Map.of(
                "columns",
                heading.columns().stream().map(JobRowsFormat::column).toList(),
                "units",
                heading.units(),
                "meta",
                heading.meta(),
                "total",
                heading.total())));
    }

    private static Map<String, String> column(ResultColumn column) {
        return Map.of("name", column.name(), "type", column.type().name());
    }

    @Override
    public byte[] rows(List<List<Object>> rows) {
        // Behind the columns a row has the total, which the heading tells.
        return bytes(rows.stream().map(row -> line(row.subList(0, columns))).collect(Collectors.joining()));
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
