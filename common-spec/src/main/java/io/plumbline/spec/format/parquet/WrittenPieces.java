package io.plumbline.spec.format.parquet;

import java.io.ByteArrayOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file that is handed on piece by piece and never kept as a whole. */
final class WrittenPieces implements OutputFile {
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long taken;

    /** What was written since the last time. */
    byte[] take() {
        byte[] bytes = piece.toByteArray();
        taken += bytes.length;
        piece.reset();
        return bytes;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return new Stream();
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return new Stream();
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private final class Stream extends PositionOutputStream {
        @Override
        public long getPos() {
            return taken + piece.size();
        }

        @Override
        public void write(int octet) {
            piece.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            piece.write(bytes, offset, length);
        }
    }
}
