package io.plumbline.query.compiler.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The statements for what is behind a cell.
 *
 * @param page rows; the last two columns are {@link #SUM} and {@link #TOTAL}, the same in each
 * @param totals those two alone, for a page beyond the last row
 * @param notes what to mind when reading the rows
 */
public record PlannedDrill(Plan page, Plan totals, List<String> notes) {
    /** The sum of the rows' values before the limit; null where such a sum means nothing. */
    public static final String SUM = "value_sum";

    /** The number of rows before the limit. */
    public static final String TOTAL = "total";

    public PlannedDrill {
        notes = List.copyOf(notes);
    }

    /** The same with another note. */
    PlannedDrill noting(String note) {
        return new PlannedDrill(
                page, totals, Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
