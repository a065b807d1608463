package io.plumbline.jobs.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears that a job may wait. A record is done with as soon as the claimer knows: what it says is looked up in the table, and
 * a record that comes twice or never does no harm.
 */
@ApplicationScoped
public class Doorbells {
    private static final int SCHEMA = 1;

    private final Claimer claimer;

    Doorbells(Claimer claimer) {
        this.claimer = claimer;
    }

    @Incoming("jobs-high")
    @NonBlocking
    public void high(byte[] record) {
        ring(record);
    }

    @Incoming("jobs-low")
    @NonBlocking
    public void low(byte[] record) {
        ring(record);
    }

    private void ring(byte[] record) {
        require(record);
        claimer.ring();
    }

    /** Its reason stands in a header of the dead letter: it tells nothing of the record. */
    private static void require(byte[] record) {
        try {
            JsonNode bell = Json.mapper().readTree(record);
            if (bell != null
                    && bell.path("schema").asInt() == SCHEMA
                    && bell.path("job_id").isTextual()) {
                return;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON");
        }
        throw new IllegalArgumentException("not a doorbell of schema " + SCHEMA);
    }
}
