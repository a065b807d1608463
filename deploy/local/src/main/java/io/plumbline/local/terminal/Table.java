package io.plumbline.local.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows and columns as aligned text: numbers to the right, too long text cut. A heading may have several lines. */
public final class Table {
    private static final String GAP = "  ";
    /** A day, {@code YYYY-MM-DD}, is never cut. */
    private static final int LEAST_TEXT = 10;

    private static final String NEXT_LINE = "\n";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] numeric;

    public Table(List<String> headings) {
        this.headings = List.copyOf(headings);
        this.numeric = new boolean[headings.size()];
    }

    /** A table of JSON objects, with all members that occur in them. */
    public static Table of(JsonNode objects) {
        Map<String, String> headings = new LinkedHashMap<>();
        objects.forEach(row -> row.fieldNames().forEachRemaining(name -> headings.put(name, name)));
        return of(objects, headings);
    }

    /**
     * A table of JSON objects; a column is numeric when all its values are numbers or null, and one is a number.
     *
     * @param headings by member, in the order of the columns
     */
    public static Table of(JsonNode objects, Map<String, String> headings) {
        return of(objects, headings, (_, _) -> Cells.NONE);
    }

    /** @param blanks what to show where there is no value */
    public static Table of(JsonNode objects, Map<String, String> headings, Blanks blanks) {
        List<String> names = List.copyOf(headings.keySet());
        Table table = new Table(List.copyOf(headings.values()));
        List<List<String>> columns =
                names.stream().map(name -> texts(objects, name, blanks)).toList();
        for (int row = 0; row < objects.size(); row++) {
            int at = row;
            table.row(columns.stream().map(column -> column.get(at)).toList());
        }
        for (int column = 0; column < names.size(); column++) {
            table.numeric[column] = isNumeric(objects, names.get(column));
        }
        return table;
    }

    /** What a cell without a value shows. */
    @FunctionalInterface
    public interface Blanks {
        String of(int row, String member);
    }

    private static List<String> texts(JsonNode objects, String name, Blanks blanks) {
        List<String> texts = Cells.texts(values(objects, name));
        return IntStream.range(0, texts.size())
                .mapToObj(row -> objects.get(row).hasNonNull(name) ? texts.get(row) : blanks.of(row, name))
                .toList();
    }

    private static List<JsonNode> values(JsonNode objects, String name) {
        return objects.valueStream().map(row -> row.path(name)).toList();
    }

    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Aligns columns to the right. */
    public Table numeric(int... columns) {
        Arrays.stream(columns).forEach(column -> numeric[column] = true);
        return this;
    }

    /** The lines of the table, none wider than the width unless its numbers need it. */
    public List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < headingLines(); line++) {
            lines.add(line(headingLine(line), widths));
        }
        lines.add(Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int headingLines() {
        return headings.stream()
                .mapToInt(heading -> heading.split(NEXT_LINE).length)
                .max()
                .orElse(1);
    }

    private List<String> headingLine(int line) {
        return headings.stream()
                .map(heading -> heading.split(NEXT_LINE))
                .map(parts -> line < parts.length ? parts[line] : "")
                .toList();
    }

    private int[] widths(int width) {
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> Math.max(
                        Arrays.stream(headings.get(column).split(NEXT_LINE))
                                .mapToInt(Table::length)
                                .max()
                                .orElse(0),
                        rows.stream()
                                .mapToInt(row -> length(row.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
        while (excess > 0) {
            int widest = widestText(widths);
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private int widestText(int[] widths) {
        return IntStream.range(0, widths.length)
                .filter(column -> !numeric[column] && widths[column] > LEAST_TEXT)
                .reduce((one, other) -> widths[one] >= widths[other] ? one : other)
                .orElse(-1);
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cell(cells.get(column), widths[column], numeric[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String cell(String text, int width, boolean right) {
        String cut = length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
        String pad = " ".repeat(Math.max(0, width - length(cut)));
        return right ? pad + cut : cut + pad;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isNumeric(JsonNode rows, String name) {
        boolean found = false;
        for (JsonNode row : rows) {
            JsonNode value = row.get(name);
            if (value != null && !value.isNull()) {
                if (!value.isNumber()) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }
}
