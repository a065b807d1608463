package io.plumbline.jobs.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dead letter, as administrators see it.
 *
 * @param source topic, webhook, sync or jobs
 * @param instanceId null where it belongs to none
 * @param state open, replaying, replayed or discarded
 * @param code of the reason
 * @param record the record as text, or its beginning in a list; null where it is no text
 * @param recordSize its length in bytes
 * @param redrives how often it was replayed
 * @param settledAt when it was replayed or discarded; null until then
 * @param settledBy who did
 */
public record DeadLetterView(
        UUID id,
        String source,
        String instanceId,
        String state,
        String code,
        String reason,
        String record,
        long recordSize,
        @JsonInclude(JsonInclude.Include.NON_NULL) String recordBase64,
        Map<String, Object> headers,
        int redrives,
        Instant receivedAt,
        Instant settledAt,
        String settledBy) {

    /** @param total how many there are in all */
    public record Letters(List<DeadLetterView> deadLetters, long total, int offset, int limit) {}

    /**
     * What became of several.
     *
     * @param replayed how many were taken in again
     * @param left how many that match are still open; ask again for them
     */
    public record Replay(int replayed, long left) {}
}
