package io.plumbline.query.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.event.Topics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The story of a catalog that is away at the start, comes, changes and goes again. */
@QuarkusTest
@WithTestResource(
        value = Neighbours.class,
        initArgs = {@ResourceArg(name = "catalog", value = "away"), @ResourceArg(name = "kafka", value = "true")})
class CatalogOutageTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void waitsForTheFirstCatalogFollowsNewsAndKeepsTheLastOne() throws Exception {
        refusesWhileThereIsNone();
        Control.act("catalog/back");
        Health.await(200);
        assertThat(catalogVersion()).isNotEqualTo("renamed");

        Control.act("catalog/rename");
        hearsOfTheChangeLongBeforeTheTimedCheck();

        Control.act("catalog/away");
        tell("again");
        Call.run("acme", SPEC).statusCode(200);
        assertThat(Health.ready()).isEqualTo(200);
    }

    private static void refusesWhileThereIsNone() {
        Call.run("acme", SPEC)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", is("catalog_unavailable"));
        given().baseUri(Health.url())
                .when()
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("catalog loaded"));
    }

    // News sent before the consumer has its partition are missed, as they may be: hence again and again.
    private static void hearsOfTheChangeLongBeforeTheTimedCheck() throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!catalogVersion().equals("renamed") && Instant.now().isBefore(end)) {
            tell("renamed");
        }
        assertThat(catalogVersion()).isEqualTo("renamed");
    }

    private static void tell(String version) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", EmbeddedServers.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            String body = io.plumbline.spec.Json.mapper().writeValueAsString(CatalogChanged.of(version, Instant.now()));
            producer.send(new ProducerRecord<>(Topics.CATALOG_CHANGED, CatalogChanged.KEY, body))
                    .get();
        }
    }

    private static String catalogVersion() {
        return Call.explain("acme", SPEC).statusCode(200).extract().path("meta.catalog_version");
    }
}
