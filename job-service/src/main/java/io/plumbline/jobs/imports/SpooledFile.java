package io.plumbline.jobs.imports;

import io.plumbline.jobs.tracker.LineReader;
import io.plumbline.jobs.warehouse.RecordSource;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;

/** An uploaded file, plain or gzip (told by its first bytes), read line by line. */
public final class SpooledFile implements RecordSource {
    private final Path file;
    private final DoubleConsumer share;

    /** @param share hears which share of the file lies behind, 0 to 1 */
    public SpooledFile(Path file, DoubleConsumer share) {
        this.file = file;
        this.share = share;
    }

    @Override
    public void forEach(LineSink sink) throws IOException, SQLException {
        double size = Math.max(1, Files.size(file));
        try (Counting counting = new Counting(Files.newInputStream(file));
                InputStream input = plain(counting)) {
            LineReader lines = new LineReader(input);
            while (lines.next()) {
                sink.line(lines.number(), lines.bytes(), lines.length(), lines.isTooLong());
                share.accept(Math.min(1, counting.count / size));
            }
        }
    }

    static boolean isGzip(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.read() == 0x1f && input.read() == 0x8b;
        }
    }

    private static InputStream plain(Counting counting) throws IOException {
        BufferedInputStream input = new BufferedInputStream(counting, 1 << 16);
        input.mark(2);
        boolean gzip = input.read() == 0x1f && input.read() == 0x8b;
        input.reset();
        return gzip ? new GZIPInputStream(input, 1 << 16) : input;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        private Counting(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
