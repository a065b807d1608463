package io.plumbline.jobs.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record of the topic is called wherever it is kept. Read again, after a crash or from the beginning, it has the same
 * name. Its place alone would not do: in a topic that was made anew other records stand there.
 */
final class RecordId {
    private RecordId() {}

    static UUID of(ConsumerRecord<String, byte[]> record) {
        MessageDigest digest = sha256();
        digest.update(record.topic().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Integer.BYTES + 2 * Long.BYTES)
                .putInt(record.partition())
                .putLong(record.offset())
                .putLong(record.timestamp())
                .flip());
        if (record.value() != null) {
            digest.update(record.value());
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
