package io.plumbline.spec.http;

import io.plumbline.spec.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Counts what is read, and ends with a problem as soon as it is more than allowed. */
final class LimitedStream extends FilterInputStream {
    /** As much is read on when the reader stops early, to spare the connection; the stream itself would read all. */
    private static final int REST = 65_536;

    private final Supplier<ProblemException> tooLong;
    private final Runnable leftUnread;
    private long left;
    private boolean ended;

    /**
     * @param tooLong what to throw after {@code limit} bytes
     * @param leftUnread told where the stream is closed before its end
     */
    LimitedStream(InputStream stream, long limit, Supplier<ProblemException> tooLong, Runnable leftUnread) {
        super(stream);
        this.left = limit;
        this.tooLong = tooLong;
        this.leftUnread = leftUnread;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        ended |= read < 0;
        left -= Math.max(read, 0);
        if (left < 0) {
            leftUnread.run();
            throw tooLong.get();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, REST)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (ended || left < 0) {
            return;
        }
        left = Math.min(left, REST);
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (ProblemException e) {
            // The reader has its reason to stop, and the answer tells that one.
            leftUnread.run();
        }
    }
}
