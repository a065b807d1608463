package io.plumbline.spec.format.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import io.plumbline.spec.format.ColumnarFields.Field;
import io.plumbline.spec.result.ResultColumn;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The types of the columns in Parquet's terms; every column may have nulls. */
final class ParquetSchema {
    private ParquetSchema() {}

    static MessageType of(List<Field> fields) {
        return new MessageType(
                "answer", fields.stream().map(field -> type(field.column())).toList());
    }

    private static Type type(ResultColumn column) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT, WHY ->
                Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(name);
            case PARTS ->
                Types.optional(PrimitiveTypeName.BINARY).as(jsonType()).named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case DATE -> Types.optional(PrimitiveTypeName.INT32).as(dateType()).named(name);
            case INSTANT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                        .named(name);
        };
    }
}
