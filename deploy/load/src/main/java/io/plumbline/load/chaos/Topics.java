package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Ledger.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Submits by the topic, and reads topics from their beginning. */
final class Topics implements AutoCloseable {
    static final String PROGRESS = "analytics.jobs.progress";
    static final String DEAD = "analytics.jobs.dlq";
    static final String KEY_HEADER = "idempotency-key";
    private static final String SUBMIT = "analytics.jobs.submit";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String servers;
    private final Map<String, String> tokens;
    private final Producer<String, String> producer;

    /** @param tokens by tenant */
    Topics(String servers, Map<String, String> tokens) {
        this.servers = servers;
        this.tokens = Map.copyOf(tokens);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Sends the same record so often; returns whether the broker confirmed one of them. */
    boolean submit(Entry entry, String body, int copies) throws InterruptedException {
        String eventId = UUID.randomUUID().toString();
        List<Future<RecordMetadata>> receipts = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            var message = new ProducerRecord<>(SUBMIT, entry.tenant() + ":" + entry.key(), body);
            message.headers().add("authorization", bytes("Bearer " + tokens.get(entry.tenant())));
            message.headers().add(KEY_HEADER, bytes(entry.key()));
            message.headers().add("event-id", bytes(eventId));
            receipts.add(producer.send(message));
        }
        boolean confirmed = false;
        for (Future<RecordMetadata> receipt : receipts) {
            confirmed |= isConfirmed(receipt);
        }
        return confirmed;
    }

    /** What is not confirmed may be there or not. */
    private static boolean isConfirmed(Future<RecordMetadata> receipt) throws InterruptedException {
        try {
            receipt.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** All records of a topic that are wanted, in the order of each partition. */
    List<ConsumerRecord<String, byte[]>> all(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    if (wanted.test(message)) {
                        found.add(message);
                    }
                }
            }
        }
        return found;
    }

    /** The text of a header; empty where it is missing. */
    static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
