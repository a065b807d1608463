package io.plumbline.query.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to a spec.
 *
 * @param success always true; a failure is a problem document
 */
public record Answer(boolean success, Data data, Meta meta) {
    /**
     * @param results one object for each row; its members are the dimensions, then the measures
     * @param total the number of rows before the limit
     * @param queryTimeMs from the call to the last row, in milliseconds
     * @param cached whether the rows come from a cache
     */
    public record Data(List<Map<String, Object>> results, long total, double queryTimeMs, boolean cached) {}

    /**
     * What the rows were made of.
     *
     * @param specVersion the version of the spec's language
     * @param specHash SHA-256 of the canonical spec: equal for specs of equal meaning
     * @param metricsUsed {@code name@version}
     * @param cacheTtl seconds for which the answer may be kept; 0 means that it is not kept
     * @param dataAsOf when the tenant's data last changed; null where nothing was ever imported
     * @param dataVersion counts the changes of the tenant's data; 0 where nothing was ever imported
     * @param catalogVersion of the definitions
     * @param evaluatedAt the present that the answer was made at
     * @param receipt under which it can be shown and verified later; null where it could not be kept
     * @param resultHash SHA-256 of the canonical results
     * @param nextCursor with which the same call gives the rows after these; null where none are left
     * @param warnings sentences on what to mind when reading the numbers
     * @param emptiness why, for each number that is null; absent where none is
     * @param columns of each row, in order
     */
    public record Meta(
            String specVersion,
            String specHash,
            List<String> metricsUsed,
            long cacheTtl,
            Instant dataAsOf,
            long dataVersion,
            String catalogVersion,
            Instant evaluatedAt,
            String receipt,
            String resultHash,
            String nextCursor,
            List<String> warnings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Emptiness> emptiness,
            List<Column> columns) {}

    /**
     * Why a number is missing.
     *
     * @param row of the results, from 0
     * @param column of the row
     * @param reason {@code no_data}: there was nothing to compute it from; {@code not_applicable}: there is data, but no
     *     number is defined; {@code insufficient_n}: there are fewer values than it needs
     */
    public record Emptiness(int row, String column, String reason) {}

    /**
     * @param type text, number, boolean, date or object
     * @param unit of a measure; null for a dimension
     */
    public record Column(String name, String type, String unit) {}
}
