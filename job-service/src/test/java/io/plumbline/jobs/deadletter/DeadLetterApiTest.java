package io.plumbline.jobs.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Administrators read, replay and discard their tenant's dead letters, and no other's. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class DeadLetterApiTest {
    private static final String GOOD = "{\"kind\":\"user\",\"data\":{\"accountId\":\"u1\",\"displayName\":\"Ana\"}}";

    @Inject
    DeadLetters letters;

    @Test
    void listsByFilterAndShowsTheRecord() {
        UUID first = keep("letters_list", Source.TOPIC, "main", "bad_one", "no");
        keep("letters_list", Source.WEBHOOK, "other", "bad_two", GOOD);
        admin("letters_list")
                .get("/analytics/dead-letters")
                .then()
                .statusCode(200)
                .body("data.total", equalTo(2));
        admin("letters_list")
                .get("/analytics/dead-letters?instance=main&code=bad_one&state=open&source=topic")
                .then()
                .statusCode(200)
                .body("data.dead_letters", hasSize(1))
                .body("data.dead_letters[0].id", equalTo(first.toString()));
        admin("letters_list")
                .get("/analytics/dead-letters/" + first)
                .then()
                .statusCode(200)
                .body("data.record", equalTo("no"))
                .body("data.headers.authorization", nullValue())
                .body("data.headers.'x-one'", equalTo("1"));
        admin("letters_list").get("/analytics/dead-letters?source=moon").then().statusCode(400);
        admin("letters_list").get("/analytics/dead-letters?limit=0").then().statusCode(400);
    }

    @Test
    void foreignAndUnknownLettersAreNotThere() {
        UUID id = keep("letters_mine", Source.TOPIC, "main", "bad", "no");
        for (String path : new String[] {id.toString(), UUID.randomUUID().toString(), "nonsense"}) {
            admin("letters_theirs")
                    .get("/analytics/dead-letters/" + path)
                    .then()
                    .statusCode(404);
            admin("letters_theirs")
                    .post("/analytics/dead-letters/" + path + "/replay")
                    .then()
                    .statusCode(404);
            admin("letters_theirs")
                    .post("/analytics/dead-letters/" + path + "/discard")
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(TestTokens.analyst("letters_mine"))
                .get("/analytics/dead-letters")
                .then()
                .statusCode(403);
    }

    @Test
    void replayedLetterIsMergedOrOpensAgainWithItsReason() {
        UUID good = keep("letters_again", Source.TOPIC, "main", "bad", GOOD);
        UUID bad = keep("letters_again", Source.WEBHOOK, null, "bad", "{\"kind\":\"moon\",\"data\":{}}");
        admin("letters_again")
                .contentType("application/json")
                .body("{\"code\":\"bad\"}")
                .post("/analytics/dead-letters/replay")
                .then()
                .statusCode(200)
                .body("data.replayed", equalTo(2));
        await("letters_again", good, "replayed");
        await("letters_again", bad, "open");
        admin("letters_again")
                .get("/analytics/dead-letters/" + bad)
                .then()
                .body("data.redrives", equalTo(1))
                .body("data.code", equalTo("invalid_record"));
        admin("letters_again")
                .post("/analytics/dead-letters/" + good + "/replay")
                .then()
                .statusCode(409);
        admin("letters_again")
                .post("/analytics/dead-letters/" + bad + "/discard")
                .then()
                .statusCode(200)
                .body("data.state", equalTo("discarded"))
                .body("data.settled_by", equalTo("ada"));
        admin("letters_again")
                .post("/analytics/dead-letters/" + bad + "/discard")
                .then()
                .statusCode(409);
    }

    @Test
    void recordThatIsTooLargeIsKeptInPartAndNotReplayed() {
        UUID id = keep("letters_large", Source.TOPIC, "main", "bad", "x".repeat(DeadLetter.KEPT + 5));
        admin("letters_large")
                .get("/analytics/dead-letters/" + id)
                .then()
                .body("data.record_size", equalTo(DeadLetter.KEPT + 5));
        admin("letters_large")
                .post("/analytics/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409);
    }

    private UUID keep(String tenant, Source source, String instance, String code, String record) {
        var letter = new DeadLetter(
                source,
                instance,
                code,
                "reason",
                record.getBytes(StandardCharsets.UTF_8),
                Map.of("authorization", "Bearer x", "x-one", "1", "dead-letter-reason", "old"),
                0);
        return letters.record(Tenant.of(tenant), letter).await().atMost(Duration.ofSeconds(10));
    }

    private static void await(String tenant, UUID id, String state) {
        Instant end = Instant.now().plusSeconds(20);
        while (!state(tenant, id).equals(state) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(state(tenant, id)).isEqualTo(state);
    }

    private static String state(String tenant, UUID id) {
        return admin(tenant)
                .get("/analytics/dead-letters/" + id)
                .then()
                .extract()
                .path("data.state");
    }

    private static RequestSpecification admin(String tenant) {
        return given().auth().oauth2(TestTokens.admin(tenant));
    }
}
