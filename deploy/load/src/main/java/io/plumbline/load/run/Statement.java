package io.plumbline.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.StreamSupport;

/** SQL with its bind values. */
record Statement(String sql, Tuple values) {
    /** What explain tells. */
    static Statement of(JsonNode explanation) {
        Object[] values = StreamSupport.stream(explanation.path("parameters").spliterator(), false)
                .map(Statement::value)
                .toArray();
        return new Statement(explanation.path("sql").textValue(), Tuple.from(values));
    }

    private static Object value(JsonNode parameter) {
        JsonNode value = parameter.path("value");
        String type = parameter.path("type").textValue();
        return switch (type) {
            case "text" -> value.textValue();
            case "integer" -> value.longValue();
            case "double" -> value.doubleValue();
            case "boolean" -> value.booleanValue();
            case "date" -> LocalDate.parse(value.textValue());
            case "timestamp" -> OffsetDateTime.parse(value.textValue());
            default -> throw new IllegalStateException("No shape binds " + type);
        };
    }
}
