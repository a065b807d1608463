package io.plumbline.query.cache.redis;

import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.Content;
import io.plumbline.query.cache.kept.KeptAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * An answer as one deflated value, whose checksum finds what was damaged. It holds the key that it was written for: read
 * under any other it is no answer.
 */
final class AnswerCodec {
    /** Raise it with each change of what follows. */
    private static final int FORM = 1;

    private final int largest;

    /** @param largest the most bytes that one part of an answer has */
    AnswerCodec(long largest) {
        this.largest = Math.toIntExact(largest);
    }

    byte[] write(KeptAnswer answer) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
            out.writeByte(FORM);
            out.writeUTF(answer.key().text());
            out.writeUTF(answer.evaluatedAt().toString());
            out.writeInt(answer.rows());
            out.writeLong(answer.total());
            out.writeDouble(answer.millis());
            write(out, answer.content().data());
            write(out, answer.content().meta());
            write(out, answer.content().warnings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** Empty where the bytes are none that were written for that key. */
    Optional<KeptAnswer> read(AnswerKey key, byte[] packed) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            if (in.readByte() != FORM || !in.readUTF().equals(key.text())) {
                return Optional.empty();
            }
            Instant evaluatedAt = Instant.parse(in.readUTF());
            var answer = new KeptAnswer(
                    key,
                    evaluatedAt,
                    in.readInt(),
                    in.readLong(),
                    in.readDouble(),
                    new Content(readPart(in), readPart(in), readPart(in)));
            return in.read() < 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private byte[] readPart(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > largest) {
            throw new IOException("no part has that length");
        }
        byte[] part = in.readNBytes(length);
        if (part.length < length) {
            throw new IOException("a part ends too soon");
        }
        return part;
    }
}
