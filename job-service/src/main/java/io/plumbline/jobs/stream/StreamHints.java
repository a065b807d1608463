package io.plumbline.jobs.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears of jobs' events, on every instance. The news is only a hint: what happened is read from the table. */
@ApplicationScoped
public class StreamHints {
    private static final Logger LOG = Logger.getLogger(StreamHints.class);

    private final StreamHub hub;

    StreamHints(StreamHub hub) {
        this.hub = hub;
    }

    @Incoming("job-progress")
    void happened(String event) {
        try {
            JsonNode news = Json.mapper().readTree(event);
            UUID job = UUID.fromString(news.path("job_id").asText());
            Tenant.find(news.path("tenant_id").asText()).ifPresent(tenant -> hub.hint(tenant, job));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            LOG.debug("News of a job can't be read; the next look at the table finds what happened");
        }
    }
}
