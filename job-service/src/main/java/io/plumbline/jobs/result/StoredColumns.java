package io.plumbline.jobs.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.List;
import java.util.stream.StreamSupport;

/** The columns of a result, as query-service told them before the rows. */
final class StoredColumns {
    private StoredColumns() {}

    static List<ResultColumn> of(JsonNode columns) {
        return StreamSupport.stream(columns.spliterator(), false)
                .map(column -> new ResultColumn(
                        column.get("name").asText(),
                        ResultType.valueOf(column.get("type").asText())))
                .toList();
    }
}
