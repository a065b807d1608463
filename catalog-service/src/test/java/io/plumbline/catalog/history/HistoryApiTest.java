package io.plumbline.catalog.history;

import static io.plumbline.catalog.testing.Sample.urgent;
import static io.plumbline.catalog.testing.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.event.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change is remembered in its own transaction, and made known after it. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class HistoryApiTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final String tenant = "history-" + TENANTS.incrementAndGet();

    @BeforeEach
    void letTrialsPass() {
        Query.setBack();
    }

    @Test
    void tellsWhoChangedWhat() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Api.update(tenant, with(urgent("urgent").put("display_name", "Hot issues"), "1.0.1"))
                .statusCode(200);
        Api.post(tenant, "/analytics/metrics/urgent/deprecate", "{\"replaced_by\": \"created\", \"reason\": \"Old.\"}")
                .statusCode(200);
        Api.post(tenant, "/analytics/metrics/urgent/activate", "{\"active\": false}")
                .statusCode(200);
        Api.get(tenant, "/analytics/metrics/urgent/history")
                .statusCode(200)
                .body("data.action", contains("deactivated", "deprecated", "updated", "created"))
                .body("data.revision", contains(4, 3, 2, 1))
                .body("data.changed_by", everyItem(notNullValue()))
                .body("data.changed_at", everyItem(notNullValue()))
                .body("data[1].reason", is("Old."))
                .body("data[2].before.version", contains("1.0.0"))
                .body("data[2].after.version", contains("1.0.0", "1.0.1"))
                .body("data[2].after.active", contains(false, true))
                .body("data[3].before", empty())
                .body("data[3].after.display_name", contains("Urgent issues"));
        Api.get(tenant, "/analytics/metrics/urgent/history?limit=1&before=3").body("data.action", contains("updated"));
    }

    @Test
    void remembersNothingThatWasRefusedOrOnlyTried() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Api.create(tenant, urgent("urgent")).statusCode(409);
        Api.admin(tenant)
                .queryParam("dry_run", "true")
                .body("{\"active\": false}")
                .post("/analytics/metrics/urgent/activate")
                .then()
                .statusCode(200);
        Api.post(tenant, "/analytics/metrics/urgent/activate", "{\"active\": true}")
                .statusCode(200);
        Api.get(tenant, "/analytics/metrics/urgent/history").body("data.action", contains("created"));
    }

    @Test
    void showsATenantItsOwnHistoryOnly() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        Api.get("somebody-else", "/analytics/metrics/urgent/history").statusCode(404);
        Api.get(tenant, "/analytics/metrics/velocity/history").statusCode(200).body("data", empty());
    }

    @Test
    void hasAnEntityTagThatChangesWithEachChange() {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        for (String path : List.of("/analytics/metrics/urgent/history", "/analytics/overlay/history")) {
            String tag = Api.get(tenant, path).extract().header("ETag");
            Api.admin(tenant).header("If-None-Match", tag).get(path).then().statusCode(304);
        }
        String tag =
                Api.get(tenant, "/analytics/metrics/urgent/history").extract().header("ETag");
        Api.update(tenant, with(urgent("urgent"), "1.0.1")).statusCode(200);
        Api.admin(tenant)
                .header("If-None-Match", tag)
                .get("/analytics/metrics/urgent/history")
                .then()
                .statusCode(200)
                .body("data.action", contains("updated", "created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "before=0", "before=-1"})
    void refusesPagesThatCannotBe(String page) {
        Api.get(tenant, "/analytics/metrics/velocity/history?" + page)
                .statusCode(400)
                .body("errors[0].code", is("out_of_range"))
                .body("errors[0].message", containsString("at least 1"));
    }

    @Test
    void cannotBeRewrittenByTheService() throws SQLException {
        Api.create(tenant, urgent("urgent")).statusCode(200);
        for (String statement :
                List.of("UPDATE catalog.tenant_changes SET changed_by = 'x'", "DELETE FROM catalog.tenant_changes")) {
            try (Connection connection = EmbeddedServers.postgres().connect("catalog_service");
                    Statement sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.execute(statement))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void makesAChangeKnownOnce() throws Exception {
        try (var consumer = consumer()) {
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            Api.create(tenant, urgent("urgent")).statusCode(200);
            Api.create(tenant, urgent("urgent")).statusCode(409);
            ConsumerRecord<String, String> record = poll(consumer);
            CatalogChanged event = Json.mapper().readValue(record.value(), CatalogChanged.class);
            assertThat(record.key()).isEqualTo(tenant);
            assertThat(event.tenantId().slug()).isEqualTo(tenant);
            assertThat('"' + event.version() + '"').isEqualTo(Api.tag(tenant));
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(consumer.partitionsFor(Topics.CATALOG_CHANGED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        return consumer;
    }

    private ConsumerRecord<String, String> poll(KafkaConsumer<String, String> consumer) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            take(consumer, found);
        }
        take(consumer, found);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** News of other tests' tenants may come late. */
    private void take(KafkaConsumer<String, String> consumer, List<ConsumerRecord<String, String>> found) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> {
            if (tenant.equals(record.key())) {
                found.add(record);
            }
        });
    }
}
