package io.plumbline.jobs.outbox;

import static io.plumbline.jobs.job.JobCalls.analyst;
import static io.plumbline.jobs.job.JobCalls.execute;
import static io.plumbline.jobs.job.JobCalls.id;
import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.plumbline.jobs.job.JobCalls.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.embedded.EmbeddedKafka;
import io.plumbline.jobs.job.EventKind;
import io.plumbline.jobs.job.JobEvents;
import io.plumbline.jobs.job.JobNeighbours;
import io.plumbline.jobs.job.LastOfAll;
import io.plumbline.jobs.job.QueryStandIn;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.Topics;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The outbox while there is no broker, when it comes, goes and comes back. One broker's life, so the tests have an order. */
@QuarkusTest
@TestProfile(LastOfAll.class)
@QuarkusTestResource(value = OwnBroker.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = JobNeighbours.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path FOLDER = OwnBroker.folder();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static QueryStandIn query;
    private static EmbeddedKafka broker;

    @Inject
    OutboxRepository outbox;

    @Inject
    OutboxPublisher publisher;

    @Inject
    JobEvents events;

    @Inject
    TenantTransaction transactions;

    @BeforeAll
    static void startNeighbours() {
        query = QueryStandIn.start();
    }

    @AfterAll
    static void stop() {
        query.close();
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    void submissionsAreAcceptedWithoutABroker() {
        for (int number = 1; number <= 20; number++) {
            submit("out", spec(number)).then().statusCode(202);
        }
        String management = ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class);
        RestAssured.given()
                .get("http://127.0.0.1:" + management + "/q/health/ready")
                .then()
                .statusCode(200);
        assertThat(rows("SELECT topic, count(*) FROM jobs.outbox WHERE tenant_id = 'out' GROUP BY 1 ORDER BY 1"))
                .containsExactly("analytics.jobs.high|20", "analytics.jobs.progress|20");
    }

    @Test
    @Order(2)
    void publishesAllWhenTheBrokerComes() throws JsonProcessingException {
        broker = OwnBroker.broker(FOLDER);
        awaitEmpty();
        List<ConsumerRecord<String, String>> progress = read(Topics.JOBS_PROGRESS, "out");
        assertThat(progress).hasSize(20);
        assertThat(read(Topics.JOBS_HIGH, "out")).hasSize(20);
        ConsumerRecord<String, String> one = progress.getFirst();
        JsonNode event = Json.mapper().readTree(one.value());
        assertThat(event.path("schema").asInt()).isEqualTo(1);
        assertThat(event.path("tenant_id").asText()).isEqualTo("out");
        assertThat(event.path("kind").asText()).isEqualTo("queued");
        assertThat(one.key()).isEqualTo("out:" + event.path("job_id").asText());
        assertThat(header(one, "event-id")).hasSize(36);
        assertThat(header(one, "request-id")).isNotEmpty();
        assertThat(progress.stream().map(message -> header(message, "event-id")).distinct())
                .hasSize(20);
        assertThat(event.has("spec")).isFalse();
    }

    @Test
    @Order(3)
    void keepsTheOrderOfEachJobOverAnOutage() throws JsonProcessingException {
        List<String> jobs = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            jobs.add(id(submit("order", spec(number))));
        }
        append(jobs, 20);
        broker.close();
        append(jobs, 100);
        assertThat(rows("SELECT count(*) > 400 FROM jobs.outbox WHERE tenant_id = 'order'"))
                .containsExactly("t");
        analyst("order").get("/analytics/jobs").then().statusCode(200);
        broker = OwnBroker.broker(FOLDER);
        append(jobs, 20);
        awaitEmpty();

        Map<String, List<Long>> seen = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, String> message : read(Topics.JOBS_PROGRESS, "order")) {
            if (ids.add(header(message, "event-id"))) {
                seen.computeIfAbsent(message.key(), _ -> new ArrayList<>())
                        .add(Json.mapper().readTree(message.value()).path("seq").asLong());
            }
        }
        assertThat(seen).hasSize(5);
        for (List<Long> sequence : seen.values()) {
            assertThat(sequence).hasSize(141).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    @Order(4)
    void whatIsPublishedTwiceHasTheSameId() {
        Tenant tenant = Tenant.of("twice");
        // Written by hand, so that the relay of the service has not had it when this one dies behind the broker's
        // answer.
        assertThatThrownBy(() -> append(
                        tenant,
                        () -> outbox.relay(
                                        tenant,
                                        batch -> Uni.createFrom().item(() -> {
                                            publisher.publish(batch);
                                            throw new IllegalStateException("died");
                                        }))
                                .await()
                                .atMost(PATIENCE)))
                .isNotNull();
        awaitEmpty();
        Map<String, Integer> times = new HashMap<>();
        for (ConsumerRecord<String, String> message : read(Topics.TRACKER_CHANGES_DLQ, "twice")) {
            times.merge(header(message, "event-id"), 1, Integer::sum);
        }
        assertThat(times.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(times.size());
        assertThat(times).hasSize(50);
    }

    @Test
    @Order(5)
    void whatOneTopicRefusesIsInNobodysWay() {
        insert("bad", "no topic has this name", 1, 1);
        insert("bad", Topics.TRACKER_CHANGES_DLQ, 1, 1);
        insert("good", Topics.TRACKER_CHANGES_DLQ, 1, 1);
        await(() -> rows("SELECT tenant_id, topic FROM jobs.outbox").equals(List.of("bad|no topic has this name")));
        execute("DELETE FROM jobs.outbox");
    }

    @Test
    @Order(6)
    void catchesUpAfterAnOutage() throws JsonProcessingException {
        broker.close();
        execute("""
                INSERT INTO jobs.outbox (tenant_id, event_id, topic, record_key, seq, payload)
                SELECT 'tenant' || job % 3, gen_random_uuid(), 'analytics.jobs.low', 'tenant' || job % 3 || ':' || job, seq,
                    jsonb_build_object('seq', seq)
                FROM generate_series(1, 300) job, generate_series(1, 10) seq ORDER BY seq""");
        broker = OwnBroker.broker(FOLDER);
        Instant back = Instant.now();
        awaitEmpty();
        assertThat(Duration.between(back, Instant.now())).isLessThan(PATIENCE);
        Map<String, Long> last = new HashMap<>();
        for (int tenant = 0; tenant < 3; tenant++) {
            for (ConsumerRecord<String, String> message : read(Topics.JOBS_LOW, "tenant" + tenant)) {
                long seq = Json.mapper().readTree(message.value()).path("seq").asLong();
                assertThat(last.merge(message.key(), 1L, Long::sum)).isEqualTo(seq);
            }
        }
        assertThat(last).hasSize(300);
    }

    @Test
    @Order(7)
    void aSecondRelayTakesNothingBehindWhatTheFirstHas() throws Exception {
        broker.close();
        // The service's own relay is busy with the absent broker; these two have one of their own that takes all.
        Tenant tenant = Tenant.of("two");
        int all = 250;
        execute("""
                INSERT INTO jobs.outbox (tenant_id, event_id, topic, record_key, seq, payload)
                SELECT 'two', gen_random_uuid(), 'analytics.jobs.low', 'two:job', seq, '{}' FROM generate_series(1, %d) seq""".formatted(all));
        List<Long> order = Collections.synchronizedList(new ArrayList<>());
        try (var relays = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int relay = 0; relay < 4; relay++) {
                running.add(relays.submit(() -> {
                    while (!rows("SELECT FROM jobs.outbox WHERE tenant_id = 'two'")
                            .isEmpty()) {
                        outbox.relay(tenant, batch -> Uni.createFrom().item(() -> taken(batch, order)))
                                .await()
                                .atMost(PATIENCE);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(order).hasSize(all).isSorted();
        broker = OwnBroker.broker(FOLDER);
    }

    private static Published taken(List<OutboxRecord> batch, List<Long> order) {
        try {
            // A larger batch takes longer, so that one that came behind it would be done before.
            Thread.sleep(batch.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        batch.stream().map(OutboxRecord::seq).sorted().forEach(order::add);
        return new Published(batch.stream().map(OutboxRecord::id).toList(), false);
    }

    private void append(List<String> jobs, int times) {
        Tenant tenant = Tenant.of("order");
        for (int i = 0; i < times; i++) {
            for (String job : jobs) {
                transactions
                        .run(
                                Caller.system(tenant, "test"),
                                Mode.READ_WRITE,
                                TIMEOUT,
                                connection ->
                                        events.append(connection, tenant, UUID.fromString(job), EventKind.PROGRESS))
                        .await()
                        .atMost(PATIENCE);
            }
        }
    }

    private static void append(Tenant tenant, Runnable work) {
        insert(tenant.slug(), Topics.TRACKER_CHANGES_DLQ, 1, 50);
        work.run();
    }

    private static void insert(String tenant, String topic, int from, int to) {
        execute("""
                INSERT INTO jobs.outbox (tenant_id, event_id, topic, record_key, payload)
                SELECT '%s', gen_random_uuid(), '%s', '%s', '{}' FROM generate_series(%d, %d)""".formatted(tenant, topic, tenant, from, to));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void awaitEmpty() {
        await(() -> rows("SELECT FROM jobs.outbox").isEmpty());
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** All records of one tenant in a topic, those of a partition in their order. */
    private static List<ConsumerRecord<String, String>> read(String topic, String tenant) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", OwnBroker.address()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> {
                    if (message.key().equals(tenant) || message.key().startsWith(tenant + ":")) {
                        found.add(message);
                    }
                });
            }
        }
        return found;
    }
}
