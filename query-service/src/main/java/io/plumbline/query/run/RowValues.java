package io.plumbline.query.run;

import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A row's values as they stand in JSON: read by position and by the compiler's types. */
final class RowValues {
    private RowValues() {}

    /** The values in the order of the columns, null where the database has null. */
    static List<Object> of(Row row, List<ResultColumn> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i, columns.get(i).type()));
        }
        return values;
    }

    private static Object value(Row row, int position, ResultType type) {
        return switch (type) {
            case TEXT, WHY -> row.getString(position);
            case BOOLEAN -> row.getBoolean(position);
            case INTEGER -> row.getLong(position);
            case DECIMAL -> row.getDouble(position);
            case DATE -> row.getLocalDate(position);
            case INSTANT -> instant(row.getOffsetDateTime(position));
            case PARTS -> row.getValue(position) instanceof JsonObject parts ? parts.getMap() : null;
        };
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
