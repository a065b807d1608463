package io.plumbline.jobs.warehouse;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The bytes of a line, as they are kept in the store. */
final class RawLine {
    private final byte[] bytes;
    private final int length;

    /** @param bytes may be longer than the line and is not copied; only the first {@code length} count */
    RawLine(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** A number that differs where the content differs; it only has to order equally new versions. */
    long hash() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    byte[] compressed() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 4 + 64);
            byte[] piece = new byte[8192];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static RawLine decompressed(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream line = new ByteArrayOutputStream(packed.length * 6);
            byte[] piece = new byte[8192];
            while (!inflater.finished()) {
                line.write(piece, 0, inflater.inflate(piece));
            }
            byte[] bytes = line.toByteArray();
            return new RawLine(bytes, bytes.length);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a stored record is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
