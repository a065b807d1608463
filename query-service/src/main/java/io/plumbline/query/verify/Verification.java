package io.plumbline.query.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of an answer.
 *
 * @param receipt its id
 * @param state {@code same} or {@code changed}
 * @param reasons of a change: {@code data}, {@code catalog}, or {@code fault}, where neither changed and the product is to
 *     blame; empty for the same
 * @param explanation all of it in sentences
 * @param evaluatedAt the present that both were made at
 * @param before what the answer was made of
 * @param after what it is made of now; null where the spec is no longer valid
 * @param metrics the metrics that changed, of the measures and of what they are made of
 * @param modelChanged whether an entity or dimension changed
 * @param rows how the rows differ; null where there is nothing to compare
 * @param differences the first ten of them
 * @param errors why the present catalog does not take the spec; empty where it does
 */
public record Verification(
        String receipt,
        String state,
        List<String> reasons,
        String explanation,
        Instant evaluatedAt,
        Made before,
        Made after,
        List<MetricChange> metrics,
        boolean modelChanged,
        RowCounts rows,
        List<Difference> differences,
        List<FieldError> errors) {
    static final String SAME = "same";
    static final String CHANGED = "changed";

    /** What an answer was made of. */
    public record Made(
            long dataVersion, Instant dataAsOf, String catalogVersion, List<String> metricsUsed, String resultHash) {}

    /**
     * @param metric its name
     * @param before its version; null where the answer did not depend on it
     * @param after its version; null where it does no longer
     * @param redefined whether one version has two definitions
     */
    public record MetricChange(String metric, String before, String after, boolean redefined) {}

    /**
     * The last three are null where the rows were too many to keep.
     *
     * @param before how many rows the answer had
     * @param after how many it has now
     */
    public record RowCounts(int before, int after, Integer added, Integer removed, Integer changed) {}

    /**
     * @param kind {@code added}, {@code removed} or {@code changed}
     * @param row the values of the dimensions
     * @param column of a change; null for a whole row
     * @param before the value; for a whole row an object of its values, null for one that was not there
     * @param after the same now
     */
    public record Difference(String kind, Map<String, JsonNode> row, String column, JsonNode before, JsonNode after) {}
}
