package io.plumbline.jobs.work;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, without the line feed; holds no more than one of them. */
final class Lines implements Closeable {
    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line; null after the last. A last one without a line feed is not whole and not told.
     *
     * @throws IOException also for a line that is longer than any row can be
     */
    byte[] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            for (int i = next; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = whole(begun, i);
                    next = i + 1;
                    return line;
                }
            }
            begun = begun == null ? new ByteArrayOutputStream() : begun;
            begun.write(buffer, next, end - next);
            if (begun.size() > LONGEST) {
                throw new IOException("a line is too long");
            }
            next = 0;
            end = in.read(buffer);
            if (end <= 0) {
                end = 0;
                return null;
            }
        }
    }

    private byte[] whole(ByteArrayOutputStream begun, int last) {
        if (begun == null) {
            return Arrays.copyOfRange(buffer, next, last);
        }
        begun.write(buffer, next, last - next);
        return begun.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
