package io.plumbline.jobs.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How an instance's webhook is to be registered.
 *
 * @param url where the tracker is to send it
 * @param secret under which it is to be signed; shown only by the call that made it
 * @param events what to send
 */
public record WebhookView(
        String instanceId,
        String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        List<String> events,
        String createdBy,
        Instant createdAt) {

    /** @param outcome accepted; duplicate: it came already; ignored: the warehouse holds nothing of that kind */
    public record Receipt(String outcome) {}
}
