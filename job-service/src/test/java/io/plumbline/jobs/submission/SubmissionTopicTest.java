package io.plumbline.jobs.submission;

import static io.plumbline.jobs.job.JobCalls.rows;
import static io.plumbline.jobs.job.JobCalls.spec;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.job.JobNeighbours;
import io.plumbline.jobs.job.LastOfAll;
import io.plumbline.jobs.job.QueryStandIn;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records of batch users become jobs; bad ones become dead letters and stop nobody. */
@QuarkusTest
@TestProfile(LastOfAll.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(value = JobNeighbours.class, restrictToAnnotatedClass = true)
class SubmissionTopicTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static QueryStandIn query;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() {
        query = QueryStandIn.start();
        producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        query.close();
    }

    @Test
    void poisonBetweenGoodRecordsIsADeadLetterWithItsReason() throws ExecutionException, InterruptedException {
        String good = TestTokens.analyst("poison");
        Map<String, byte[]> poisons = new HashMap<>();
        poisons.put("malformed_json", bytes("{"));
        poisons.put("invalid_request", bytes("{\"spec\": {}, \"priority\": \"urgent\"}"));
        poisons.put("invalid_spec", bytes(spec(0)));
        poisons.put("payload_too_large", new byte[900_000]);
        Map<String, String> tokens = new HashMap<>();
        tokens.put("expired", TestTokens.expired("poison"));
        tokens.put("foreign key", TestTokens.foreignKey("poison"));
        tokens.put("no tenant", TestTokens.withoutTenant());
        tokens.put("wrong audience", TestTokens.wrongAudience("poison"));
        int number = 0;
        for (byte[] poison : poisons.values()) {
            send("poison", poison, good);
            send("poison", bytes(spec(++number)), good);
        }
        for (String token : tokens.values()) {
            send("poison", bytes(spec(100)), token);
            send("poison", bytes(spec(++number)), good);
        }
        send("poison", bytes(spec(101)), null);
        send("poison", bytes(spec(102)), TestTokens.viewer("poison"));
        send("poison", null, good);
        send("poison", bytes(spec(++number)), good);
        int wanted = number;

        await(() -> jobs("poison") == wanted);
        String[] ofTheTenant = {
            "forbidden", "invalid_request", "invalid_spec", "malformed_json", "malformed_json", "payload_too_large"
        };
        List<ConsumerRecord<byte[], byte[]>> letters = letters("poison", 5 + ofTheTenant.length);
        assertThat(letters.stream()
                        .filter(letter -> !isNobodys(letter))
                        .map(letter -> json(letter).path("code").asText()))
                .containsExactlyInAnyOrder(ofTheTenant);
        assertThat(letters.stream().filter(SubmissionTopicTest::isNobodys))
                .hasSize(5)
                .allMatch(letter -> header(letter, "dead-letter-reason").startsWith("unauthorized: "));
        assertThat(rows("SELECT code FROM jobs.dead_letters WHERE tenant_id = 'poison' AND source = 'jobs'"
                        + " ORDER BY 1"))
                .containsExactly(ofTheTenant);
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            assertThat(letter.headers().lastHeader("authorization")).isNull();
            letter.headers()
                    .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                            .doesNotContain("eyJ", "io.plumbline"));
        }
        assertThat(rows("SELECT DISTINCT priority, submitted_by FROM jobs.analytics_jobs WHERE tenant_id = 'poison'"))
                .containsExactly("low|ana");
    }

    @Test
    void aRecordThatComesAgainIsTheSameJob() throws ExecutionException, InterruptedException {
        String token = TestTokens.analyst("again");
        int keys = 10;
        for (int number = 1; number <= keys; number++) {
            for (int times = 0; times < 1 + number % 5; times++) {
                producer.send(record("again", bytes(spec(number)), token, "key-" + number))
                        .get();
            }
        }
        send("again", bytes(spec(keys + 1)), token);
        await(() -> jobs("again") == keys + 1);
        assertThat(rows("SELECT key LIKE 'kafka:analytics.jobs.submit:%', count(*) FROM jobs.idempotency_keys"
                        + " WHERE tenant_id = 'again' GROUP BY 1 ORDER BY 1"))
                .containsExactly("f|" + keys, "t|1");
        assertThat(rows("SELECT DISTINCT event_seq, transitions FROM jobs.analytics_jobs WHERE tenant_id = 'again'"))
                .containsExactly("1|1");
    }

    @Test
    void recordsWaitWhileQueryServiceIsAway() throws ExecutionException, InterruptedException {
        query.close();
        try {
            send("waits", bytes(spec(1)), TestTokens.analyst("waits"));
            send("waits", bytes(spec(2)), TestTokens.analyst("waits"));
            Thread.sleep(2_000);
            assertThat(jobs("waits")).isZero();
        } finally {
            query = QueryStandIn.start();
        }
        await(() -> jobs("waits") == 2);
    }

    @Test
    void whatWasRefusedIsSubmittedAgainInTheNameOfWhoReplaysIt() throws ExecutionException, InterruptedException {
        send("replays", bytes(spec(1)), TestTokens.viewer("replays"));
        send("replays", bytes(spec(0)), TestTokens.analyst("replays"));
        await(() -> letter("replays", "invalid_spec") != null);
        String forbidden = letter("replays", "forbidden");
        String invalid = letter("replays", "invalid_spec");

        query.close();
        try {
            replay("replays", forbidden).statusCode(503).body("code", equalTo("query_service_away"));
        } finally {
            query = QueryStandIn.start();
        }
        assertThat(rows("SELECT DISTINCT state, redrives FROM jobs.dead_letters WHERE tenant_id = 'replays'"))
                .containsExactly("open|0");

        replay("replays", forbidden)
                .statusCode(200)
                .body("data.state", equalTo("replayed"))
                .body("data.settled_by", equalTo("ada"));
        assertThat(rows("SELECT submitted_by, roles, priority FROM jobs.analytics_jobs WHERE tenant_id = 'replays'"))
                .containsExactly("ada|{admin}|low");
        replay("replays", forbidden).statusCode(409);
        replay("replays", invalid)
                .statusCode(200)
                .body("data.state", equalTo("open"))
                .body("data.redrives", equalTo(1))
                .body("data.code", equalTo("invalid_spec"));
    }

    @Test
    void manyAreReplayedOneByOne() throws ExecutionException, InterruptedException {
        for (int number = 0; number < 5; number++) {
            send("many", bytes(spec(number)), TestTokens.viewer("many"));
        }
        await(() -> rows("SELECT letter_id FROM jobs.dead_letters WHERE tenant_id = 'many'")
                        .size()
                == 5);
        given().auth()
                .oauth2(TestTokens.admin("many"))
                .contentType("application/json")
                .body("{\"source\":\"jobs\",\"code\":\"forbidden\"}")
                .post("/analytics/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("data.replayed", equalTo(4))
                .body("data.left", equalTo(0));
        assertThat(jobs("many")).isEqualTo(4);
        assertThat(letter("many", "invalid_spec")).isNotNull();
    }

    /** Null where there is none. */
    private static String letter(String tenant, String code) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant))
                .get("/analytics/dead-letters?source=jobs&state=open&code=" + code)
                .then()
                .statusCode(200)
                .extract()
                .path("data.dead_letters[0].id");
    }

    private static ValidatableResponse replay(String tenant, String letter) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant))
                .post("/analytics/dead-letters/" + letter + "/replay")
                .then();
    }

    /** Whether nothing proved whose record it was. */
    private static boolean isNobodys(ConsumerRecord<byte[], byte[]> letter) {
        return letter.headers().lastHeader("dead-letter-reason") != null;
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> letter) {
        try {
            return Json.mapper().readTree(letter.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int jobs(String tenant) {
        return rows("SELECT job_id FROM jobs.analytics_jobs WHERE tenant_id = '%s'".formatted(tenant))
                .size();
    }

    private static void send(String tenant, byte[] value, String token)
            throws ExecutionException, InterruptedException {
        producer.send(record(tenant, value, token, null)).get();
    }

    private static ProducerRecord<String, byte[]> record(String tenant, byte[] value, String token, String key) {
        // One partition, so that the good ones stand behind the bad ones.
        var message = new ProducerRecord<>(Topics.JOBS_SUBMIT, 0, tenant, value);
        if (token != null) {
            message.headers().add("authorization", bytes("Bearer " + token));
        }
        if (key != null) {
            message.headers().add("idempotency-key", bytes(key));
        }
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String tenant, int wanted) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.JOBS_DLQ).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (new String(message.key(), StandardCharsets.UTF_8).equals(tenant)) {
                        found.add(message);
                    }
                });
                return found.size() >= wanted;
            });
        }
        return found;
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
}
