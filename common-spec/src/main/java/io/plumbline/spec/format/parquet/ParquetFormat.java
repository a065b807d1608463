package io.plumbline.spec.format.parquet;

import io.plumbline.spec.format.ColumnarFields;
import io.plumbline.spec.format.RowFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * A Parquet file. Its rows go out in groups, each when it is full; up to then they are held in memory, encoded. Nothing is
 * compressed in it: codecs are native code, and the answer is small.
 */
public final class ParquetFormat implements RowFormat {
    private static final long GROUP_BYTES = 256L * 1024;
    private static final byte[] NOTHING = {};

    private final WrittenPieces pieces = new WrittenPieces();
    private ParquetWriter<List<Object>> writer;

    @Override
    public byte[] head(Heading heading) {
        try {
            writer = new RowWriterBuilder(pieces, ColumnarFields.shown(heading))
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                    .withRowGroupSize(GROUP_BYTES)
                    .withExtraMetaData(ColumnarFields.metadata(heading))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces.take();
    }

    @Override
    public byte[] rows(List<List<Object>> rows) {
        try {
            for (List<Object> row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces.take();
    }

    @Override
    public byte[] end(Ending ending) {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces.take();
    }

    @Override
    public byte[] broken(Object problem) {
        return NOTHING;
    }

    @Override
    public boolean tellsMeta() {
        return false;
    }
}
