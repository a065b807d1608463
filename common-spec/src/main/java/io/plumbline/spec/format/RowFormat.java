package io.plumbline.spec.format;

import io.plumbline.spec.result.ResultColumn;
import java.util.List;
import java.util.Map;

/**
 * Writes one answer piece by piece, so that no more than a page of its rows is held. The pieces, joined, are the whole
 * document. A writer serves one answer.
 */
public interface RowFormat {

    /** What comes before the rows. */
    byte[] head(Heading heading);

    /** Some rows: of each the values in the order of the heading's columns. */
    byte[] rows(List<List<Object>> rows);

    /** What comes after the last row. */
    byte[] end(Ending ending);

    /**
     * What tells that the rest is missing.
     *
     * @param problem as JSON
     * @return empty where the form can't tell: then the connection is broken off
     */
    byte[] broken(Object problem);

    /** Whether the document itself tells what the rows were made of. */
    boolean tellsMeta();

    /**
     * What is known before the rows.
     *
     * @param columns of each row, also those that are not shown
     * @param units by the name of a column that has one
     * @param meta as in JSON
     * @param total the number of rows before the limit
     */
    record Heading(List<ResultColumn> columns, Map<String, String> units, Object meta, long total) {
        public Heading {
            columns = List.copyOf(columns);
            units = Map.copyOf(units);
        }
    }

    /**
     * What is known after the rows.
     *
     * @param rows how many were written
     * @param resultHash SHA-256 of the canonical results
     * @param queryTimeMs from the call to the last row, in milliseconds
     */
    record Ending(long rows, String resultHash, double queryTimeMs) {}
}
