package io.plumbline.spec.format;

import io.plumbline.spec.result.ResultColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Comma-separated values (RFC 4180) in UTF-8: a header row, then the rows, each ended by CR LF. */
final class CsvFormat implements RowFormat {
    private static final byte[] NOTHING = {};

    private List<ResultColumn> columns = List.of();

    @Override
    public byte[] head(Heading heading) {
        columns = heading.columns();
        return bytes(columns.stream()
                .filter(ResultColumn::isShown)
                .map(column -> CsvCell.of(column.name()))
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public byte[] rows(List<List<Object>> rows) {
        return bytes(rows.stream().map(this::line).collect(Collectors.joining()));
    }

    @Override
    public byte[] end(Ending ending) {
        return NOTHING;
    }

    @Override
    public byte[] broken(Object problem) {
        return NOTHING;
    }

    @Override
    public boolean tellsMeta() {
        return false;
    }

    private String line(List<Object> row) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isShown())
                .mapToObj(i -> CsvCell.of(row.get(i)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
