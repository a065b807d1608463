package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.JobTable.await;
import static io.plumbline.jobs.work.JobTable.changes;
import static io.plumbline.jobs.work.JobTable.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.event.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What is no doorbell stops no other. */
@QuarkusTest
@WithTestResource(QueryStand.class)
class DoorbellTest {
    private static final List<String> POISON =
            List.of("{", "[]", "{\"schema\": 2, \"job_id\": \"x\"}", "null", "\"ž\"");

    @Test
    void poisonGoesToTheDeadLettersAndTheChannelLives() throws Exception {
        String mark = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String topic : List.of(Topics.JOBS_HIGH, Topics.JOBS_LOW)) {
                for (String poison : POISON) {
                    producer.send(new ProducerRecord<>(topic, mark, poison)).get();
                    producer.send(new ProducerRecord<>(
                                    topic, mark, "{\"schema\": 1, \"tenant_id\": \"a\", \"job_id\": \"b\"}"))
                            .get();
                }
            }
        }
        assertThat(deadLetters(mark, 2 * POISON.size()))
                .hasSize(2 * POISON.size())
                .allSatisfy(record -> assertThat(new String(
                                record.headers()
                                        .lastHeader("dead-letter-reason")
                                        .value(),
                                StandardCharsets.UTF_8))
                        .startsWith("not "));
        UUID job = put("bells", "low", "{\"key\": \"%s\"}".formatted(mark));
        await(job, "completed", Duration.ofSeconds(10));
    }

    @Test
    void bellsThatRingOverAndOverMakeOneRun() throws Exception {
        UUID job =
                put("rings", "high", "{\"rows\": 3, \"wait_ms\": 300, \"key\": \"%s\"}".formatted(UUID.randomUUID()));
        String bell = "{\"schema\":1,\"tenant_id\":\"rings\",\"job_id\":\"%s\"}".formatted(job);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int times = 0; times < 5; times++) {
                producer.send(new ProducerRecord<>(Topics.JOBS_HIGH, "rings", bell))
                        .get();
                producer.send(new ProducerRecord<>(Topics.JOBS_LOW, "rings", bell))
                        .get();
            }
        }
        await(job, "completed", Duration.ofSeconds(30));
        assertThat(changes(job))
                .containsExactly("- queued submitted 0", "queued running claimed 1", "running completed completed 1");
    }

    private static List<ConsumerRecord<String, String>> deadLetters(String key, int wanted) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(Topics.JOBS_DLQ).stream()
                    .map(partition -> new TopicPartition(Topics.JOBS_DLQ, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            Instant end = Instant.now().plusSeconds(20);
            while (found.size() < wanted && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
