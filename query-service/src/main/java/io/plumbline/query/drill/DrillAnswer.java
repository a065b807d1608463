package io.plumbline.query.drill;

import io.plumbline.query.run.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is behind a cell.
 *
 * @param success always true; a failure is a problem document
 */
public record DrillAnswer(boolean success, Data data, Meta meta) {

    /**
     * @param results one object for each issue, or for each issue of each sprint, or for each sprint of a score; in two
     *     stages one for each group of these that it is in
     * @param total the number of rows before the limit
     * @param valueSum the sum of all rows' {@code value}; null where a sum means nothing, as of durations
     * @param queryTimeMs from the call to the last row, in milliseconds
     */
    public record Data(
            List<Map<String, Object>> results,
            long total,
            Double valueSum,
            int limit,
            int offset,
            double queryTimeMs) {}

    /**
     * What the rows were made of.
     *
     * @param specHash of the spec whose cell it is
     * @param measure the column that was opened
     * @param part the part of it; null where it has none
     * @param metric {@code name@version} of the measure
     * @param dataAsOf when the tenant's data last changed; null where nothing was ever imported
     * @param warnings sentences on what to mind when reading the rows
     * @param columns of each row, in order
     */
    public record Meta(
            String specVersion,
            String specHash,
            String measure,
            String part,
            String metric,
            Instant dataAsOf,
            long dataVersion,
            String catalogVersion,
            List<String> warnings,
            List<Answer.Column> columns) {}
}
