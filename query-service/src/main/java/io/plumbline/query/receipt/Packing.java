package io.plumbline.query.receipt;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes bytes small enough to keep. */
final class Packing {
    /** The most that is kept of an answer, packed. */
    static final int MOST = 256 * 1024;

    /** What is larger than this is not even packed. */
    private static final int MOST_UNPACKED = 8 * 1024 * 1024;

    private static final int BUFFER = 16 * 1024;

    private Packing() {}

    /** Empty where it is too large to keep. */
    static Optional<byte[]> pack(byte[] bytes) {
        if (bytes.length > MOST_UNPACKED) {
            return Optional.empty();
        }
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.size() > MOST ? Optional.empty() : Optional.of(packed.toByteArray());
        }
    }

    static byte[] unpack(byte[] packed) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw new IllegalStateException("a receipt's results end too soon");
                }
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a receipt's results can't be unpacked", e);
        }
    }
}
