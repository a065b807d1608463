package io.plumbline.jobs.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Kafka's client. What waits for the broker waits in the table, so that little is buffered and given up soon. A client of its
 * own, because one relay writes to topics of other parts' choosing.
 */
@ApplicationScoped
public class OutboxProducer {
    /** The header by which a repetition is known. */
    public static final String EVENT_ID = "event-id";

    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final int BUFFER = 4 * 1024 * 1024;

    private final Map<String, Object> settings;
    private Producer<String, String> client;

    OutboxProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, OutboxConfig config) {
        int delivery = (int) config.deliveryTimeout().toMillis();
        this.settings = Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "plumbline-outbox"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery - delivery / 5),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery - delivery / 5),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
    }

    /** Hands a record over; blocks while the topic is not known yet. */
    Future<RecordMetadata> send(OutboxRecord event) {
        var message = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        message.headers().add(EVENT_ID, bytes(event.id().toString()));
        event.headers().forEach((name, value) -> message.headers().add(name, bytes(value)));
        return client().send(message);
    }

    private synchronized Producer<String, String> client() {
        if (client == null) {
            client = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return client;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close(CLOSING);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
