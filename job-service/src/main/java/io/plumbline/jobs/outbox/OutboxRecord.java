package io.plumbline.jobs.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * What is to be published.
 *
 * @param id the same each time that it is published: by it consumers know a repetition
 * @param seq its place among the records of its topic and key; 0: it has none
 * @param payload JSON
 */
record OutboxRecord(UUID id, String topic, String key, long seq, String payload, Map<String, String> headers) {
    OutboxRecord {
        headers = Map.copyOf(headers);
    }

    /** Records with the same lane are published in the order of seq. */
    String lane() {
        return topic + " " + key;
    }
}
