package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Waiting.untilRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.event.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Records of the topic become rows of the warehouse; what can't be taken in becomes a dead letter and stops nothing. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ChangesTopicTest {
    @Test
    void poisonBetweenGoodRecordsBecomesDeadLettersAndNeighboursAreMerged() throws Exception {
        String tenant = "poison";
        String admin = "Bearer " + TestTokens.admin(tenant);
        try (var producer = producer()) {
            send(producer, tenant, Lines.issue("1"), Map.of("authorization", admin));
            send(producer, tenant, null, Map.of("authorization", admin));
            send(producer, tenant, "not json", Map.of("authorization", admin));
            send(producer, tenant, Lines.issue("2"), Map.of("authorization", admin, "REPLY_TOPIC", "elsewhere"));
            send(producer, tenant, "{\"kind\":\"epic\",\"data\":{}}", Map.of("authorization", admin));
            send(producer, tenant, "x".repeat(900_000), Map.of("authorization", admin));
            send(producer, tenant, "{\"kind\":\"issue\",\"data\":{\"id\":\"9\"}}", Map.of("authorization", admin));
            send(producer, tenant, Lines.issue("3"), Map.of("authorization", admin, "instance", "Not A Slug"));
            send(producer, "globex", Lines.issue("4"), Map.of("authorization", admin));
            send(producer, tenant, Lines.issue("5"), Map.of());
            send(producer, tenant, Lines.issue("6"), Map.of("authorization", "Bearer " + TestTokens.expired(tenant)));
            send(producer, tenant, Lines.issue("7"), Map.of("authorization", "Bearer " + TestTokens.viewer(tenant)));
            send(producer, tenant + "/PAY-8", Lines.issue("8"), Map.of("authorization", admin));
        }

        untilRows("SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'poison' ORDER BY 1", "1", "2", "8");
        untilRows(
                "SELECT code, count(*) FROM jobs.dead_letters WHERE tenant_id = 'poison' GROUP BY 1 ORDER BY 1",
                "empty_record|1",
                "forbidden|1",
                "invalid_instance|1",
                "invalid_record|4",
                "wrong_key|1");
        assertThat(
                        Stored.rows(
                                "SELECT reason FROM jobs.dead_letters WHERE tenant_id = 'poison' AND reason LIKE '%unknown kind%'"))
                .containsExactly(
                        "unknown kind \"epic\"; allowed: issue, sprint, status, comment, worklog, project, user, event");
        assertThat(Stored.rows(
                        "SELECT DISTINCT headers ? 'authorization' FROM jobs.dead_letters WHERE tenant_id = 'poison'"))
                .containsExactly("f");
        assertThat(deadLetters("unauthorized", 2))
                .allSatisfy(message ->
                        assertThat(message).contains("\"tenant_id\":null").doesNotContain("Bearer ey"));
        assertThat(Stored.rows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = 'poison'"))
                .containsExactly("0");
    }

    @Test
    void duplicatesAndDisorderGiveTheSameWarehouse() throws Exception {
        var tracker = new LivingTracker(7, 60);
        List<String> lines = new ArrayList<>(tracker.events());
        try (var producer = producer()) {
            for (int order = 0; order < 2; order++) {
                String tenant = "topic" + order;
                Map<String, String> headers = Map.of("authorization", "Bearer " + TestTokens.admin(tenant));
                for (String line : tracker.catalog()) {
                    send(producer, tenant, line, headers);
                }
                for (String line : lines) {
                    send(producer, tenant, line, headers);
                }
                lines.addAll(List.copyOf(lines).subList(0, lines.size() / 3));
                Collections.shuffle(lines, new Random(order));
            }
        }
        for (int order = 0; order < 2; order++) {
            String tenant = "topic" + order;
            untilRows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = '%s'".formatted(tenant), "0");
        }
        Waiting.until(() -> Stored.warehouse("topic1"), Stored.warehouse("topic0"));
        assertThat(Stored.rows("SELECT count(*) FROM jobs.dead_letters WHERE tenant_id LIKE 'topic_'"))
                .containsExactly("0");
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", EmbeddedServers.kafka(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, String key, String value, Map<String, String> headers)
            throws InterruptedException, ExecutionException {
        var record = new ProducerRecord<>(
                Topics.TRACKER_CHANGES, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    /** Messages of that code on the dead letter topic, as many as are expected. */
    private static List<String> deadLetters(String code, int expected) {
        List<String> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRACKER_CHANGES_DLQ).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int turn = 0; turn < 30 && found.size() < expected; turn++) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                    if (message.value().contains("\"" + code + "\"")) {
                        found.add(message.value());
                    }
                }
            }
        }
        assertThat(found).hasSize(expected);
        return found;
    }
}
