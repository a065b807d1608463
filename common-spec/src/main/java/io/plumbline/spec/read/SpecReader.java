package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.SpecLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a spec from JSON and reports every syntactic fault at once. Safe for use by many threads.
 *
 * <p>Stricter than the JSON Schema in what a schema can't say: repeated columns and sort keys, the order of bounds, real
 * dates and time zones, columns that the answer will have.
 */
public final class SpecReader {
    private final SpecShape shape;

    private SpecReader(int mostRows) {
        this.shape = new SpecShape(mostRows);
    }

    /** For answers given while the caller waits: {@code limit} up to {@link SpecLimits#INTERACTIVE_ROWS}. */
    public static SpecReader interactive() {
        return new SpecReader(SpecLimits.INTERACTIVE_ROWS);
    }

    /** For jobs: {@code limit} up to {@link SpecLimits#JOB_ROWS}. */
    public static SpecReader forJobs() {
        return new SpecReader(SpecLimits.JOB_ROWS);
    }

    /** Reads UTF-8. */
    public ReadResult read(byte[] json) {
        return switch (JsonDocument.parse(json)) {
            case JsonDocument.Parsed parsed -> read(parsed.root());
            case JsonDocument.Broken broken -> new ReadResult.Invalid(List.of(broken.error()));
        };
    }

    public ReadResult read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a spec that stands in a larger document; its pointers start at the spec. */
    public ReadResult read(JsonNode json) {
        Faults faults = new Faults();
        AnalyticsSpec spec = shape.read(new Place(json, "", faults));
        return faults.isEmpty() ? new ReadResult.Valid(spec) : new ReadResult.Invalid(faults.all());
    }
}
