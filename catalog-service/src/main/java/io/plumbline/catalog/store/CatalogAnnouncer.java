package io.plumbline.catalog.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.CatalogChanged;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells over Kafka that the catalog changed. Only a hint: it never holds up the start, and may get lost. */
@Singleton
final class CatalogAnnouncer {
    private static final Logger LOG = Logger.getLogger(CatalogAnnouncer.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);
    private static final int RETRIES = 8;

    private final MutinyEmitter<Record<String, String>> changes;

    CatalogAnnouncer(@Channel("catalog-changed") MutinyEmitter<Record<String, String>> changes) {
        this.changes = changes;
    }

    void announce(CatalogChanged event) {
        String body = write(event);
        changes.send(Record.of(event.key(), body))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .atMost(RETRIES)
                .subscribe()
                .with(
                        _ -> LOG.infof("Announced catalog version %s", event.version()),
                        failure -> LOG.warnf(
                                "Could not announce catalog version %s (%s); readers will find it by themselves",
                                event.version(), failure.getMessage()));
    }

    private static String write(CatalogChanged event) {
        try {
            return Json.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can't be written", e);
        }
    }
}
