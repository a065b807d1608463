package io.plumbline.spec.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.format.RowFormat.Heading;
import io.plumbline.spec.result.ResultColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the forms with typed columns have in common: which of a row's values they hold, and what the file says of itself. */
public final class ColumnarFields {
    private ColumnarFields() {}

    /**
     * A column that is shown.
     *
     * @param position of its values in a row
     */
    public record Field(int position, ResultColumn column) {}

    public static List<Field> shown(Heading heading) {
        List<ResultColumn> columns = heading.columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isShown())
                .mapToObj(i -> new Field(i, columns.get(i)))
                .toList();
    }

    /** The key-value metadata of the file. */
    public static Map<String, String> metadata(Heading heading) {
        try {
            return Map.of(
                    "plumbline.meta",
                    Json.mapper().writeValueAsString(heading.meta()),
                    "plumbline.total",
                    Long.toString(heading.total()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("meta is always JSON", e);
        }
    }
}
