package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Waiting.untilRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records of the topic become rows of the warehouse; what can't be taken in becomes a dead letter and stops nothing. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ChangesTopicTest {
    @Test
    void poisonBetweenGoodRecordsBecomesDeadLettersAndNeighboursAreMerged() throws Exception {
        String tenant = "poison";
        String admin = "Bearer " + TestTokens.admin(tenant);
        try (var topic = new TrackerTopic(EmbeddedServers.kafka())) {
            topic.send(tenant, Lines.issue("1"), Map.of("authorization", admin));
            topic.send(tenant, null, Map.of("authorization", admin));
            topic.send(tenant, "not json", Map.of("authorization", admin));
            topic.send(tenant, Lines.issue("2"), Map.of("authorization", admin, "REPLY_TOPIC", "elsewhere"));
            topic.send(tenant, "{\"kind\":\"epic\",\"data\":{}}", Map.of("authorization", admin));
            topic.send(tenant, "x".repeat(900_000), Map.of("authorization", admin));
            topic.send(tenant, "{\"kind\":\"issue\",\"data\":{\"id\":\"9\"}}", Map.of("authorization", admin));
            topic.send(tenant, Lines.issue("3"), Map.of("authorization", admin, "instance", "Not A Slug"));
            topic.send(
                    tenant,
                    Lines.issue("3").replace("{\"kind", "{\"schema\":2,\"kind"),
                    Map.of("authorization", admin));
            topic.send("globex", Lines.issue("4"), Map.of("authorization", admin));
            topic.send(tenant, Lines.issue("5"), Map.of());
            topic.send(tenant, Lines.issue("6"), Map.of("authorization", "Bearer " + TestTokens.expired(tenant)));
            topic.send(tenant, Lines.issue("7"), Map.of("authorization", "Bearer " + TestTokens.viewer(tenant)));
            topic.send(tenant + "/PAY-8", Lines.issue("8"), Map.of("authorization", admin));
        }

        untilRows("SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'poison' ORDER BY 1", "1", "2", "8");
        untilRows(
                "SELECT code, count(*) FROM jobs.dead_letters WHERE tenant_id = 'poison' GROUP BY 1 ORDER BY 1",
                "empty_record|1",
                "forbidden|1",
                "invalid_instance|1",
                "invalid_record|5",
                "wrong_key|1");
        assertThat(
                        Stored.rows(
                                "SELECT reason FROM jobs.dead_letters WHERE tenant_id = 'poison' AND reason LIKE '%unknown kind%'"))
                .containsExactly(
                        "unknown kind \"epic\"; allowed: issue, sprint, status, comment, worklog, project, user, event");
        assertThat(Stored.rows(
                        "SELECT DISTINCT headers ? 'authorization' FROM jobs.dead_letters WHERE tenant_id = 'poison'"))
                .containsExactly("f");
        try (var topic = new TrackerTopic(EmbeddedServers.kafka())) {
            assertThat(topic.deadLetters("unauthorized", 2))
                    .allSatisfy(message ->
                            assertThat(message).contains("\"tenant_id\":null").doesNotContain("Bearer ey"));
        }
        assertThat(Stored.rows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = 'poison'"))
                .containsExactly("0");
    }

    @Test
    void duplicatesAndDisorderGiveTheSameWarehouse() throws Exception {
        var tracker = new LivingTracker(7, 60);
        List<String> lines = new ArrayList<>(tracker.events());
        try (var topic = new TrackerTopic(EmbeddedServers.kafka())) {
            for (int order = 0; order < 2; order++) {
                String tenant = "topic" + order;
                Map<String, String> headers = Map.of("authorization", "Bearer " + TestTokens.admin(tenant));
                for (String line : tracker.catalog()) {
                    topic.send(tenant, line, headers);
                }
                for (String line : lines) {
                    topic.send(tenant, line, headers);
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
}
