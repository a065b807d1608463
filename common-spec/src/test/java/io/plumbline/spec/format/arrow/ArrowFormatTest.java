package io.plumbline.spec.format.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.format.RowFormat.Ending;
import io.plumbline.spec.format.SampleRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

/** What is written is read back by Arrow's own reader. */
class ArrowFormatTest {
    private record Read(Schema schema, List<Integer> batches, List<List<String>> rows) {}

    @Test
    void keepsEachTypeAndNull() throws Exception {
        Read read = read(SampleRows.write(new ArrowFormat()));
        assertThat(read.schema().getFields())
                .extracting(field -> field.getName() + " " + field.getType())
                .containsExactly(
                        "project Utf8",
                        "bug Bool",
                        "closed Int(64, true)",
                        "cycle FloatingPoint(DOUBLE)",
                        "metric_time Date(DAY)",
                        "resolved_at Timestamp(MICROSECOND, UTC)",
                        "score__parts Utf8");
        List<String> full = List.of("Žluť \"1\"", "true", "7", "2.5", "-1", "1772359200123456", "{\"a\":0.5,\"b\":1}");
        List<String> empty = List.of("null", "null", "null", "null", "null", "null", "null");
        assertThat(read.rows()).containsExactly(full, empty, full);
    }

    @Test
    void writesABatchForEachPage() throws Exception {
        assertThat(read(SampleRows.write(new ArrowFormat())).batches()).containsExactly(2, 1);
    }

    @Test
    void tellsMetaAndUnits() throws Exception {
        Schema schema = read(SampleRows.write(new ArrowFormat())).schema();
        assertThat(schema.getCustomMetadata())
                .containsEntry("plumbline.meta", "{\"spec_hash\":\"5pec\"}")
                .containsEntry("plumbline.total", "3");
        assertThat(schema.findField("cycle").getMetadata()).containsEntry("unit", "days");
        assertThat(schema.findField("closed").getMetadata()).isEmpty();
    }

    @Test
    void isWholeWithoutRows() throws Exception {
        ArrowFormat format = new ArrowFormat();
        var document = new ByteArrayOutputStream();
        document.writeBytes(format.head(SampleRows.HEADING));
        document.writeBytes(format.rows(List.of()));
        document.writeBytes(format.end(new Ending(0, "ha5h", 1.5)));
        assertThat(read(document.toByteArray()).rows()).isEmpty();
    }

    private static Read read(byte[] document) throws Exception {
        List<Integer> batches = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try (RootAllocator memory = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(document), memory)) {
            while (reader.loadNextBatch()) {
                var vectors = reader.getVectorSchemaRoot();
                batches.add(vectors.getRowCount());
                for (int row = 0; row < vectors.getRowCount(); row++) {
                    rows.add(row(vectors.getFieldVectors(), row));
                }
            }
            return new Read(reader.getVectorSchemaRoot().getSchema(), batches, rows);
        }
    }

    private static List<String> row(List<FieldVector> vectors, int row) {
        return vectors.stream()
                .map(vector -> String.valueOf(vector.getObject(row)))
                .toList();
    }
}
