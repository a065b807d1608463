package io.plumbline.spec.format.parquet;

import io.plumbline.spec.format.ColumnarFields.Field;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;

/** The library's builder for rows of an answer. */
final class RowWriterBuilder extends ParquetWriter.Builder<List<Object>, RowWriterBuilder> {
    private final List<Field> fields;

    RowWriterBuilder(OutputFile file, List<Field> fields) {
        super(file);
        this.fields = fields;
    }

    @Override
    protected RowWriterBuilder self() {
        return this;
    }

    @Override
    protected WriteSupport<List<Object>> getWriteSupport(ParquetConfiguration configuration) {
        return new RowSupport(fields);
    }

    // The library still demands the method of the time when it needed Hadoop.
    @SuppressWarnings("deprecation")
    @Override
    protected WriteSupport<List<Object>> getWriteSupport(Configuration configuration) {
        return new RowSupport(fields);
    }
}
