package io.plumbline.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.catalog.definition.CatalogVersion;
import io.plumbline.catalog.metric.Metrics;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.event.Topics;
import io.plumbline.spec.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seeding on a real database: the files' content arrives, and nothing is written that is already there. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class CatalogSeedTest {
    private static final Catalog FILES = CatalogFiles.load();
    private static final String ROWS =
            "SELECT xmin, name, version, is_active, updated_at FROM catalog.metrics_catalog ORDER BY name, version";

    @Inject
    CatalogStart start;

    @Inject
    CurrentCatalog current;

    @AfterEach
    void seedTheFilesAgain() {
        start.seed(FILES);
    }

    @Test
    void servesTheFilesContentFromTheDatabase() throws SQLException {
        assertThat(current.load()).isEqualTo(FILES);
        assertThat(rows("SELECT count(*), count(*) FILTER (WHERE is_listed), count(*) FILTER (WHERE tested) "
                        + "FROM catalog.metrics_catalog WHERE is_active"))
                .containsExactly("44 37 44");
        assertThat(rows("""
                SELECT type, aggregation, sql_template, weights ->> 'bugs_added', dependencies[1]
                FROM catalog.metrics_catalog WHERE name IN ('sprint_problematic_score', 'bug_count') ORDER BY name, version
                """))
                .containsExactly(
                        "simple count issue_id null null",
                        "composite avg null 0.1 spillover_ratio",
                        "composite avg null 0.1 spillover_ratio");
    }

    @Test
    void changesNothingWhereTheFilesAreUnchanged() throws SQLException {
        List<String> before = rows(ROWS);
        CatalogSeed again = start.seed(FILES);
        assertThat(again.rowsChanged()).isZero();
        assertThat(again.isNew()).isFalse();
        assertThat(again.catalog().version()).isEqualTo(FILES.version());
        assertThat(rows(ROWS)).isEqualTo(before);
    }

    @Test
    void writesOnlyTheMetricThatChanged() throws SQLException {
        List<String> before = rows(ROWS);
        CatalogSeed seed = start.seed(changed(
                metric -> metric.name().equals("velocity") ? Metrics.described(metric, "Something else.") : metric));
        assertThat(seed.rowsChanged()).isOne();
        assertThat(seed.isNew()).isTrue();
        assertThat(seed.catalog().version()).isNotEqualTo(FILES.version());
        List<String> after = rows(ROWS);
        after.removeAll(before);
        assertThat(after).hasSize(1).first().asString().contains("velocity");
    }

    @Test
    void retiresAMetricThatLeftTheFilesAndTakesItBack() {
        List<MetricDefinition> fewer = FILES.metrics().stream()
                .filter(metric -> !metric.id().equals("sprint_problematic_score@2.0.0"))
                .toList();
        CatalogSeed without = start.seed(CatalogVersion.stamp(FILES.entities(), FILES.dimensions(), fewer));
        assertThat(without.rowsChanged()).isOne();
        assertThat(without.catalog().metrics())
                .filteredOn(metric -> !metric.active())
                .extracting(MetricDefinition::id)
                .containsExactly("sprint_problematic_score@2.0.0");

        CatalogSeed with = start.seed(FILES);
        assertThat(with.rowsChanged()).isOne();
        assertThat(with.catalog()).isEqualTo(FILES);
    }

    @Test
    void tellsOthersOfANewVersionOnly() throws Exception {
        try (var consumer = consumer()) {
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            start.seed(FILES);
            CatalogSeed changed = start.seed(changed(metric -> Metrics.described(metric, "Told to others.")));
            List<ConsumerRecord<String, String>> records = poll(consumer);

            assertThat(records).hasSize(1);
            assertThat(records.getFirst().key()).isEqualTo("catalog");
            CatalogChanged event = Json.mapper().readValue(records.getFirst().value(), CatalogChanged.class);
            assertThat(event.schema()).isEqualTo(1);
            assertThat(event.version()).isEqualTo(changed.catalog().version());
            assertThat(event.at()).isEqualTo(changed.changedAt());
        }
    }

    @Test
    void isReadyOnceSeededAndCountsItsMetrics() {
        RestAssured.given()
                .port(managementPort())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", Matchers.hasItem("catalog"));
        RestAssured.given()
                .port(managementPort())
                .get("/q/metrics")
                .then()
                .body(Matchers.containsString("metrics_catalog_size 44.0"));
    }

    @Test
    void answersUnavailableBeforeItIsSeeded() {
        var empty = new CurrentCatalog();
        assertThat(new CatalogReadiness(empty).call().getStatus().name()).isEqualTo("DOWN");
        assertThatThrownBy(empty::load).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(503);
            assertThat(problem.retryAfter()).isPresent();
        });
    }

    private static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }

    private static Catalog changed(UnaryOperator<MetricDefinition> change) {
        return CatalogVersion.stamp(
                FILES.entities(),
                FILES.dimensions(),
                FILES.metrics().stream().map(change).toList());
    }

    private static List<String> rows(String sql) throws SQLException {
        return ScratchDatabase.query(EmbeddedServers.postgres(), "catalog_service", sql);
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

    private static List<ConsumerRecord<String, String>> poll(KafkaConsumer<String, String> consumer) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            take(consumer, found);
        }
        take(consumer, found);
        return found;
    }

    /** News of other tests' tenants may come late. */
    private static void take(KafkaConsumer<String, String> consumer, List<ConsumerRecord<String, String>> found) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> {
            if (CatalogChanged.KEY.equals(record.key())) {
                found.add(record);
            }
        });
    }
}
