package io.plumbline.spec.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetReader;
import io.plumbline.spec.format.RowFormat.Ending;
import io.plumbline.spec.format.SampleRows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by the library's own reader. */
class ParquetFormatTest {
    @TempDir
    private Path folder;

    @Test
    void keepsEachTypeAndNull() throws IOException {
        File file = file(SampleRows.write(new ParquetFormat()));
        assertThat(about(file).getSchema().getFields())
                .extracting(Object::toString)
                .containsExactly(
                        "optional binary project (STRING)",
                        "optional boolean bug",
                        "optional int64 closed",
                        "optional double cycle",
                        "optional int32 metric_time (DATE)",
                        "optional int64 resolved_at (TIMESTAMP(MICROS,true))",
                        "optional binary score__parts (JSON)");
        List<Map<String, Object>> rows = ParquetRows.read(file);
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst())
                .containsEntry("project", "Žluť \"1\"")
                .containsEntry("bug", true)
                .containsEntry("closed", 7L)
                .containsEntry("cycle", 2.5)
                .containsEntry("metric_time", -1)
                .containsEntry("resolved_at", 1_772_359_200_123_456L);
        assertThat(rows.get(1).values()).containsOnlyNulls();
        assertThat(rows.get(2)).containsEntry("closed", 7L);
    }

    @Test
    void tellsMetaInItself() throws IOException {
        assertThat(about(file(SampleRows.write(new ParquetFormat()))).getKeyValueMetaData())
                .containsEntry("plumbline.meta", "{\"spec_hash\":\"5pec\"}")
                .containsEntry("plumbline.total", "3");
    }

    @Test
    void isWholeWithoutRows() throws IOException {
        ParquetFormat format = new ParquetFormat();
        Path file = folder.resolve("empty.parquet");
        Files.write(file, format.head(SampleRows.HEADING));
        byte[] rest = format.end(new Ending(0, "ha5h", 1.5));
        Files.write(file, rest, StandardOpenOption.APPEND);
        assertThat(ParquetRows.read(file.toFile())).isEmpty();
    }

    @Test
    void handsRowsOnBeforeTheLast() {
        ParquetFormat format = new ParquetFormat();
        int before = format.head(SampleRows.HEADING).length;
        int most = 0;
        for (int page = 0; page < 200; page++) {
            most = Math.max(most, format.rows(page(page)).length);
        }
        assertThat(before).isEqualTo(4);
        assertThat(most).isBetween(1, 1024 * 1024);
    }

    private static List<List<Object>> page(int number) {
        return IntStream.range(number * 200, number * 200 + 200)
                .mapToObj(i -> {
                    List<Object> row = new ArrayList<>(SampleRows.FULL);
                    row.set(0, "project " + i);
                    row.set(3, i / 7.0);
                    return row;
                })
                .toList();
    }

    private File file(byte[] document) throws IOException {
        return Files.write(folder.resolve("answer.parquet"), document).toFile();
    }

    private static FileMetaData about(File file) throws IOException {
        return ParquetReader.readMetadata(file).getFileMetaData();
    }
}
