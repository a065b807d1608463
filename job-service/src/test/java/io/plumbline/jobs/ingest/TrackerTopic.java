package io.plumbline.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.event.Topics;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic {@code tracker.changes} as producers see it, and its dead letters. */
final class TrackerTopic implements AutoCloseable {
    private final String broker;
    private final KafkaProducer<String, byte[]> producer;

    TrackerTopic(String broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 5, "reconnect.backoff.max.ms", 500),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static Map<String, String> admin(String tenant) {
        return Map.of("authorization", "Bearer " + TestTokens.admin(tenant));
    }

    /** Sends a record; ends when the broker has it. */
    void send(String key, String value, Map<String, String> headers) throws InterruptedException, ExecutionException {
        var record = new ProducerRecord<>(
                Topics.TRACKER_CHANGES, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    /**
     * Sends what no merge takes: five records that become dead letters of the tenant with the code invalid_record (4) or
     * empty_record, one with a foreign key and one without a token.
     */
    void sendPoison(String tenant) throws InterruptedException, ExecutionException {
        send(tenant, null, admin(tenant));
        send(tenant, "not json", admin(tenant));
        send(tenant, "{\"kind\":\"epic\",\"data\":{}}", admin(tenant));
        send(tenant, Lines.issue("3").replace("{\"kind", "{\"schema\":2,\"kind"), admin(tenant));
        send(tenant, "x".repeat(900_000), admin(tenant));
        send("globex", Lines.issue("4"), admin(tenant));
        send(tenant, Lines.issue("5"), Map.of());
    }

    /** Messages of that code on the dead letter topic, each once, as many as are expected. */
    Collection<String> deadLetters(String code, int expected) {
        Map<String, String> found = new TreeMap<>();
        read(Topics.TRACKER_CHANGES_DLQ, () -> found.size() == expected, message -> {
            if (message.value().contains("\"" + code + "\"")) {
                byte[] id = message.headers().lastHeader("event-id").value();
                found.put(new String(id, StandardCharsets.US_ASCII), message.value());
            }
        });
        assertThat(found).hasSize(expected);
        return found.values();
    }

    /** The data versions of a tenant that readers were told of, in order, once there are as many as are expected. */
    List<Long> versionsTold(String tenant, int expected) {
        List<Long> found = new ArrayList<>();
        read(Topics.WAREHOUSE_CHANGED, () -> found.size() >= expected, message -> {
            if (tenant.equals(message.key())) {
                found.add(new JsonObject(message.value()).getLong("data_version"));
            }
        });
        return found;
    }

    /** Reads a topic from its beginning until there is enough, or for half a minute. */
    private void read(String topic, BooleanSupplier enough, Consumer<ConsumerRecord<String, String>> reader) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int turn = 0; turn < 30 && !enough.getAsBoolean(); turn++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
