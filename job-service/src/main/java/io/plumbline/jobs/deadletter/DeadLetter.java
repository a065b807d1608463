package io.plumbline.jobs.deadletter;

import io.plumbline.jobs.tracker.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A record that could not be taken in. What is kept of it is clean: no credentials, no marks of earlier dead letters, no
 * control characters in the reason.
 *
 * @param id of the letter; the same for the same record, so that one which is read again is no second letter
 * @param instance null where it belongs to none
 * @param code of the reason, a word for machines
 * @param reason for people: what is wrong and what is expected; never an exception's message
 * @param record as it came; at most {@link #KEPT} bytes of it are kept
 * @param headers as they came; those that must not be kept are left out
 * @param redrives how often it was sent again before
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; never compared
public record DeadLetter(
        UUID id,
        Source source,
        String instance,
        String code,
        String reason,
        byte[] record,
        Map<String, String> headers,
        int redrives) {
    /** A longer record is kept in part, and can't be replayed. */
    public static final int KEPT = 4 * 1024 * 1024;

    private static final int MAX_REASON = 500;
    private static final int MAX_HEADERS = 20;

    public DeadLetter {
        Objects.requireNonNull(id);
        Objects.requireNonNull(source);
        reason = Texts.excerpt(reason, MAX_REASON);
        record = record == null ? new byte[0] : record;
        headers = kept(headers);
    }

    /** A letter of a record that does not come a second time. */
    public DeadLetter(
            Source source,
            String instance,
            String code,
            String reason,
            byte[] record,
            Map<String, String> headers,
            int redrives) {
        this(UUID.randomUUID(), source, instance, code, reason, record, headers, redrives);
    }

    public static DeadLetter of(Source source, String instance, String code, String reason, byte[] record) {
        return new DeadLetter(source, instance, code, reason, record, Map.of(), 0);
    }

    private static Map<String, String> kept(Map<String, String> headers) {
        var kept = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            String plain = name.toLowerCase(Locale.ROOT);
            boolean secret = plain.contains("authorization") || plain.contains("cookie") || plain.contains("signature");
            boolean mark = plain.startsWith("dead-letter-")
                    || plain.startsWith("delayed-retry-")
                    || plain.startsWith("deserialization-failure-");
            if (!secret && !mark && kept.size() < MAX_HEADERS && value != null) {
                kept.put(Texts.excerpt(plain, 100), Texts.excerpt(value, 200));
            }
        });
        return kept;
    }
}
