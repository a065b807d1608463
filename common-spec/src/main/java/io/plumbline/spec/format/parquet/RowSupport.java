package io.plumbline.spec.format.parquet;

import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.format.ColumnarFields.Field;
import io.plumbline.spec.result.ResultType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the values of a row over to the library, nulls left out. */
final class RowSupport extends WriteSupport<List<Object>> {
    private final List<Field> fields;
    private RecordConsumer consumer;

    RowSupport(List<Field> fields) {
        this.fields = fields;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(fields), Map.of());
    }

    // The library still demands the method of the time when it needed Hadoop.
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ParquetSchema.of(fields), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(List<Object> row) {
        consumer.startMessage();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = row.get(field.position());
            if (value != null) {
                consumer.startField(field.column().name(), i);
                add(field.column().type(), value);
                consumer.endField(field.column().name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(ResultType type, Object value) {
        switch (type) {
            case TEXT, WHY -> consumer.addBinary(Binary.fromString((String) value));
            case PARTS -> consumer.addBinary(Binary.fromString(CanonicalJson.write(value)));
            case BOOLEAN -> consumer.addBoolean((Boolean) value);
            case INTEGER -> consumer.addLong((Long) value);
            case DECIMAL -> consumer.addDouble((Double) value);
            case DATE -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case INSTANT -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }
}
