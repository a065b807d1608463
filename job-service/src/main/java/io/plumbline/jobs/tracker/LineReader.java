package io.plumbline.jobs.tracker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, in memory that one line bounds. A line of more than 20 MB is passed over and told so. */
public final class LineReader {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE = 20_000_000;

    private static final int KEPT = 1 << 20;

    private final InputStream input;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[1 << 16];
    private int length;
    private long number;
    private boolean tooLong;

    public LineReader(InputStream input) {
        this.input = input;
    }

    /** Goes to the next line that is not blank; false at the end. */
    public boolean next() throws IOException {
        while (readLine()) {
            trim();
            if (length > 0) {
                return true;
            }
        }
        return false;
    }

    /** The number of the present line in the file, from 1; blank ones count. */
    public long number() {
        return number;
    }

    /** Whether the present line is too long; its bytes are then the beginning only. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** The present line; valid up to {@link #length} until the next call of {@link #next}. */
    public byte[] bytes() {
        return line;
    }

    public int length() {
        return length;
    }

    private boolean readLine() throws IOException {
        if (line.length > KEPT) {
            line = new byte[1 << 16];
        }
        length = 0;
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        do {
            int end = chunkAt;
            while (end < chunkEnd && chunk[end] != '\n') {
                end++;
            }
            append(end - chunkAt);
            boolean found = end < chunkEnd;
            chunkAt = found ? end + 1 : end;
            if (found) {
                return true;
            }
        } while (fill());
        return true;
    }

    private boolean fill() throws IOException {
        if (chunkAt < chunkEnd) {
            return true;
        }
        chunkAt = 0;
        chunkEnd = Math.max(0, input.readNBytes(chunk, 0, chunk.length));
        return chunkEnd > 0;
    }

    private void append(int count) {
        int kept = Math.min(count, MAX_LINE - length);
        tooLong |= kept < count;
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.clamp(2L * line.length, length + kept, MAX_LINE));
        }
        System.arraycopy(chunk, chunkAt, line, length, kept);
        length += kept;
    }

    /** Drops white space at the ends and a byte order mark at the beginning of the file. */
    private void trim() {
        int start = 0;
        if (number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            start = 3;
        }
        while (length > start && isSpace(line[length - 1])) {
            length--;
        }
        while (start < length && isSpace(line[start])) {
            start++;
        }
        if (start > 0) {
            System.arraycopy(line, start, line, 0, length - start);
            length -= start;
        }
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }
}
