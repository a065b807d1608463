package io.plumbline.query.testing;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a file's rows with the library's reader. */
public final class ParquetRows {
    private ParquetRows() {}

    /** Each row's values by the names of the columns, null where there is none. */
    public static List<Map<String, Object>> read(File file) throws IOException {
        try (Stream<Map<String, Object>> rows =
                ParquetReader.streamContent(file, HydratorSupplier.constantly(new Rows()))) {
            return rows.toList();
        }
    }

    private static final class Rows implements Hydrator<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> start() {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String heading, Object value) {
            row.put(heading, value);
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
