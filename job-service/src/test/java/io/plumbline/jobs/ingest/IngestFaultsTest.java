package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Waiting.until;
import static io.plumbline.jobs.ingest.Waiting.untilRows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.embedded.EmbeddedKafka;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.outbox.OwnBroker;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever dies on the way, a tracker's events give the warehouse that one clean import gives, nothing good is a dead letter,
 * and what is poisoned is one once. One broker's life, so the tests have an order.
 */
@QuarkusTest
@TestProfile(IngestFaultsTest.SoonBack.class)
@QuarkusTestResource(value = OwnBroker.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IngestFaultsTest {
    private static final Path FOLDER = OwnBroker.folder();
    private static final LivingTracker TRACKER = new LivingTracker(5, 40);
    private static final String CLEAN = "clean_of_faults";
    private static final Failpoints FAILPOINTS = new Failpoints();

    private static EmbeddedKafka broker;
    private static TrackerTopic topic;
    private static RestlessGroup group;
    private static List<String> expected;

    @Inject
    @DataSource("imports")
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    /** Looks for a broker that is back without long pauses. */
    public static final class SoonBack implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.tracker-changes.reconnect.backoff.max.ms", "500");
        }
    }

    @BeforeEach
    void start() {
        if (broker == null) {
            broker = OwnBroker.broker(FOLDER);
            topic = new TrackerTopic(OwnBroker.address());
            group = new RestlessGroup(OwnBroker.address());
            Stored.merge(database, CLEAN, TRACKER.export());
            expected = Stored.warehouse(CLEAN);
        }
    }

    @AfterAll
    static void stop() {
        FAILPOINTS.close();
        topic.close();
        group.close();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void recordsSurviveADeathAt(Failpoints.Place place) throws Exception {
        String tenant = "died_" + place.name().toLowerCase(Locale.ROOT);
        FAILPOINTS.set(place, tenant, 1);
        for (String line : lines()) {
            topic.send(tenant, line, TrackerTopic.admin(tenant));
        }
        untilMerged(tenant);
        assertThat(Failpoints.reached())
                .as("it was reached, and passed after that")
                .isGreaterThan(1);
        FAILPOINTS.clear();
    }

    @Test
    @Order(2)
    void dataTheirVersionAndTheNewsOfItAreOne() throws Exception {
        FAILPOINTS.set(Failpoints.Place.MERGE_BEFORE_COMMIT, "one_version", 1);
        topic.send("one_version", Lines.issue("1"), TrackerTopic.admin("one_version"));
        untilRows("SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'one_version'", "1");
        untilRows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = 'one_version'", "0");

        assertThat(Failpoints.reached()).isEqualTo(2);
        assertThat(Stored.rows("SELECT data_version FROM warehouse.tenants WHERE tenant_id = 'one_version'"))
                .containsExactly("1");
        FAILPOINTS.clear();
        topic.send("one_version", Lines.issue("2"), TrackerTopic.admin("one_version"));
        assertThat(topic.versionsTold("one_version", 2))
                .as("a merge that was undone is not told")
                .containsExactly(1L, 2L);
    }

    @Test
    @Order(3)
    void commitsThatWereNeverAnsweredCountOnce() throws Exception {
        String tenant = "unanswered";
        String secret = secret("unanswered_hooks");
        String webhook = Lines.created("1", System.currentTimeMillis());
        FAILPOINTS.holdAnswersOfCommits();
        CompletableFuture<List<String>> answers =
                CompletableFuture.supplyAsync(() -> deliver("unanswered_hooks", secret, webhook));
        for (String line : lines()) {
            topic.send(tenant, line, TrackerTopic.admin(tenant));
        }
        topic.send(tenant, "not json", TrackerTopic.admin(tenant));
        int[] killed = new int[1];
        try {
            until(
                    () -> {
                        killed[0] += Failpoints.killWhoWaits();
                        return isTaken(tenant) && answers.isDone();
                    },
                    true);
        } finally {
            FAILPOINTS.answerCommits();
        }

        untilWarehouse(tenant);
        assertThat(killed[0]).as("a claim, a merge and a delivery at least").isGreaterThan(2);
        assertThat(letters(tenant)).containsExactly("invalid_record|1");
        assertThat(answers.get())
                .as("one stood unanswered, and was sent again")
                .startsWith("503")
                .endsWith("duplicate");
        untilRows("SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'unanswered_hooks'", "1");
    }

    @Test
    @Order(4)
    void streamSurvivesLostConnectionsRebalancesAndABrokerThatStops() throws Exception {
        String secret = secret("storm_hooks");
        List<String> webhooks = IntStream.range(0, 6)
                .mapToObj(i -> Lines.created(Integer.toString(i), System.currentTimeMillis()))
                .toList();
        List<List<String>> parts = parts(7);
        for (int part = 0; part < parts.size(); part++) {
            for (String line : parts.get(part)) {
                topic.send("storm/" + line.hashCode() % 7, line, TrackerTopic.admin("storm"));
            }
            topic.sendPoison("storm");
            switch (part) {
                case 1, 3 -> group.joinAndLeave();
                case 5 -> broker.close();
                default -> Failpoints.killAll();
            }
            if (part < webhooks.size()) {
                deliver("storm_hooks", secret, webhooks.get(part));
            }
            if (part == 5) {
                untilRows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'storm_hooks'", "6");
                assertLive();
                broker = OwnBroker.broker(FOLDER);
            }
        }

        until(() -> isTaken("storm"), true);
        untilWarehouse("storm");
        assertThat(letters("storm")).containsExactly("empty_record|7", "invalid_record|28", "wrong_key|7");
        assertThat(topic.deadLetters("unauthorized", 7)).isNotEmpty();
        untilRows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'storm_hooks'", "6");
        assertThat(letters("storm_hooks")).isEmpty();
        assertLive();
    }

    @Test
    @Order(5)
    void groupThatIsRewoundChangesNothing() throws Exception {
        String state = "SELECT tenant_id, data_version FROM warehouse.tenants ORDER BY 1";
        String letters = "SELECT letter_id, state, redrives FROM jobs.dead_letters ORDER BY 1";
        List<String> versions = Stored.rows(state);
        List<String> known = Stored.rows(letters);
        double claimed = claimed();
        group.rewind();
        until(() -> isTaken("storm") && claimed() > claimed, true);
        until(() -> isTaken("storm") && isTaken("unanswered"), true);

        assertThat(claimed() - claimed).as("records read again").isGreaterThan(4.0 * lines().size());
        assertThat(Stored.rows(state)).isEqualTo(versions);
        assertThat(Stored.rows(letters)).isEqualTo(known);
        assertThat(Stored.warehouse("storm")).isEqualTo(expected);
        topic.send("storm", "not json", TrackerTopic.admin("storm"));
        untilRows("SELECT count(*) FROM jobs.dead_letters WHERE tenant_id = 'storm' AND code = 'invalid_record'", "29");
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(TRACKER.catalog());
        lines.addAll(TRACKER.events());
        return lines;
    }

    /** All events in disorder, a third of them twice, in parts of which each holds every kind of poison. */
    private static List<List<String>> parts(int count) {
        List<String> lines = lines();
        lines.addAll(TRACKER.events().subList(0, TRACKER.events().size() / 3));
        Collections.shuffle(lines, new Random(5));
        return IntStream.range(0, count)
                .mapToObj(part -> lines.subList(part * lines.size() / count, (part + 1) * lines.size() / count))
                .toList();
    }

    private static void untilMerged(String tenant) {
        untilWarehouse(tenant);
        until(() -> isTaken(tenant), true);
        assertThat(letters(tenant)).isEmpty();
    }

    private static void untilWarehouse(String tenant) {
        until(() -> Stored.warehouse(tenant), expected);
    }

    /** All of the topic is acknowledged, and nothing of the tenant waits. */
    private static boolean isTaken(String tenant) {
        return group.isAtTheEnd()
                && Stored.rows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = '%s'".formatted(tenant))
                        .equals(List.of("0"));
    }

    private static List<String> letters(String tenant) {
        return Stored.rows("SELECT code, count(*) FROM jobs.dead_letters WHERE tenant_id = '%s' GROUP BY 1 ORDER BY 1"
                .formatted(tenant));
    }

    private static String secret(String tenant) {
        return given().auth()
                .oauth2(TestTokens.admin(tenant))
                .put("/analytics/instances/main/webhook")
                .then()
                .statusCode(200)
                .extract()
                .path("data.secret");
    }

    /** As a tracker does, until it is taken; gives the refusals and the outcome. */
    private static List<String> deliver(String tenant, String secret, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> answers = new ArrayList<>();
        for (int turn = 0; turn < 100; turn++) {
            var answer = given().contentType("application/json")
                    .header("X-Hub-Signature", Signature.of(bytes, secret))
                    .body(bytes)
                    .post("/analytics/webhooks/" + tenant + "/main");
            if (answer.statusCode() == 202) {
                answers.add(answer.path("data.outcome"));
                break;
            }
            answers.add(Integer.toString(answer.statusCode()));
        }
        return answers;
    }

    private static void assertLive() {
        String management = ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class);
        given().get("http://127.0.0.1:" + management + "/q/health/live").then().statusCode(200);
    }

    private double claimed() {
        var counter = meters.find("plumbline.ingest.records")
                .tags("source", "topic", "outcome", "claimed")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
