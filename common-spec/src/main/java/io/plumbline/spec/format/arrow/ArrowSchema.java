package io.plumbline.spec.format.arrow;

import io.plumbline.spec.format.ColumnarFields;
import io.plumbline.spec.format.RowFormat.Heading;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** The types of the columns in Arrow's terms; every column may have nulls, a measure's has its unit as metadata. */
final class ArrowSchema {
    private ArrowSchema() {}

    static Schema of(List<ColumnarFields.Field> fields, Heading heading) {
        return new Schema(
                fields.stream()
                        .map(field -> field(field.column(), heading.units()))
                        .toList(),
                ColumnarFields.metadata(heading));
    }

    private static Field field(ResultColumn column, Map<String, String> units) {
        String unit = units.get(column.name());
        Map<String, String> metadata = unit == null ? Map.of() : Map.of("unit", unit);
        return new Field(column.name(), new FieldType(true, type(column.type()), null, metadata), null);
    }

    private static ArrowType type(ResultType type) {
        return switch (type) {
            case TEXT, WHY, PARTS -> new ArrowType.Utf8();
            case BOOLEAN -> new ArrowType.Bool();
            case INTEGER -> new ArrowType.Int(Long.SIZE, true);
            case DECIMAL -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case INSTANT -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
        };
    }
}
