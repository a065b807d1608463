package io.plumbline.jobs.submission;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.jobs.job.IdempotencyKey;
import io.plumbline.jobs.job.Origin;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.RecordCallers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of the topic: its value and what its headers say. */
record SubmittedRecord(ConsumerRecord<?, byte[]> message) {
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * The value.
     *
     * @throws RefusedSubmission where there is none
     */
    byte[] body() {
        if (message.value() == null) {
            throw new RefusedSubmission("malformed_json", "The record has no value; it must be a submission as JSON.");
        }
        return message.value();
    }

    /**
     * The token.
     *
     * @throws RefusedSubmission where there is none
     */
    String token() {
        return header("authorization")
                .flatMap(RecordCallers::token)
                .orElseThrow(() -> new RefusedSubmission(
                        "unauthorized", "The header `authorization` must hold `Bearer ` and a valid access token."));
    }

    /**
     * The key under which the record makes one job, however often it is read: the submitter's, or the record's place.
     *
     * @throws ProblemException where the header holds none
     */
    IdempotencyKey key() {
        return header("idempotency-key")
                .flatMap(IdempotencyKey::of)
                .orElseGet(() -> new IdempotencyKey(
                        "kafka:%s:%d:%d".formatted(message.topic(), message.partition(), message.offset())));
    }

    Origin origin() {
        return new Origin(
                header("request-id")
                        .filter(text -> DECENT.matcher(text).matches())
                        .orElseGet(() -> UUID.randomUUID().toString().replace("-", "")),
                header("traceparent")
                        .filter(text -> TRACE.matcher(text).matches())
                        .orElse(null));
    }

    /** What is kept of it where it is refused: under an id that is the same whenever the record is read again. */
    DeadLetter letter(RefusedSubmission reason) {
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new DeadLetter(id(), Source.JOBS, null, reason.code(), reason.detail(), message.value(), headers, 0);
    }

    private UUID id() {
        String place = "%s:%d:%d".formatted(message.topic(), message.partition(), message.offset());
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> header(String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
