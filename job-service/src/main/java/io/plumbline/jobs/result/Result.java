package io.plumbline.jobs.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.format.RowFormat.Ending;
import io.plumbline.spec.format.RowFormat.Heading;
import io.plumbline.spec.result.ResultColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The result of a completed job.
 *
 * @param fence of the pages that are it
 * @param rows how many it has
 * @param pages how many it is kept in
 * @param about what query-service told of it: {@code columns}, {@code units}, {@code meta}, {@code total}, {@code end}
 */
record Result(UUID job, long fence, long rows, int pages, JsonNode about) {

    List<ResultColumn> columns() {
        return StoredColumns.of(about.get("columns"));
    }

    /** The number of rows before the limit. */
    long total() {
        return about.get("total").longValue();
    }

    /** What the rows were made of. */
    JsonNode meta() {
        return about.get("meta");
    }

    Heading heading() {
        Map<String, String> units = new HashMap<>();
        about.get("units")
                .properties()
                .forEach(unit -> units.put(unit.getKey(), unit.getValue().asText()));
        return new Heading(columns(), units, meta(), total());
    }

    Ending ending() {
        JsonNode end = about.get("end");
        return new Ending(
                rows, end.get("result_hash").asText(), end.get("query_time_ms").doubleValue());
    }
}
