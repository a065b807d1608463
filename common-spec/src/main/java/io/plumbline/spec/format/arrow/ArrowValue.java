package io.plumbline.spec.format.arrow;

import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.result.ResultType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;

/** Puts a value into the vector that {@link ArrowSchema} has for its type. */
final class ArrowValue {
    private ArrowValue() {}

    static void set(FieldVector vector, ResultType type, int row, Object value) {
        if (value == null) {
            vector.setNull(row);
            return;
        }
        switch (type) {
            case TEXT, WHY -> ((VarCharVector) vector).setSafe(row, bytes((String) value));
            case PARTS -> ((VarCharVector) vector).setSafe(row, bytes(CanonicalJson.write(value)));
            case BOOLEAN -> ((BitVector) vector).setSafe(row, (Boolean) value ? 1 : 0);
            case INTEGER -> ((BigIntVector) vector).setSafe(row, (Long) value);
            case DECIMAL -> ((Float8Vector) vector).setSafe(row, (Double) value);
            case DATE -> ((DateDayVector) vector).setSafe(row, Math.toIntExact(((LocalDate) value).toEpochDay()));
            case INSTANT ->
                ((TimeStampMicroTZVector) vector)
                        .setSafe(row, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
