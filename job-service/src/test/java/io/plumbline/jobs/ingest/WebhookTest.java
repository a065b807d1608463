package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Waiting.untilRows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.secret.OldKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Only what is signed is taken in, once; what is refused tells nothing of who else there is. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class WebhookTest {
    @Test
    void signedEventsAreMergedSoon() {
        String secret = secret("hooks", "main");
        accept("hooks", secret, Lines.created("1", now()));
        untilRows("SELECT status FROM warehouse.issues WHERE tenant_id = 'hooks'", "To Do");

        accept("hooks", secret, Lines.moved("1", now()));
        untilRows("SELECT status, has_history FROM warehouse.issues WHERE tenant_id = 'hooks'", "Done|t");
        assertThat(Stored.rows("SELECT changed_at FROM warehouse.issue_changes WHERE tenant_id = 'hooks'"))
                .containsExactly("2026-03-02 00:00:00+00");
    }

    @Test
    void sameDeliveryAgainIsTold() {
        String secret = secret("twice", "main");
        String body = Lines.created("1", now());
        accept("twice", secret, body);
        send("twice", "main", Signature.of(bytes(body), secret), body)
                .statusCode(202)
                .body("data.outcome", equalTo("duplicate"));
    }

    @Test
    void everyWrongSignatureAndUnknownAddressGetsTheSameAnswer() {
        String secret = secret("signed", "main");
        String body = Lines.created("1", now());
        String right = Signature.of(bytes(body), secret);
        String expected = refused("signed", "main", Signature.of(bytes(body), "another"), body);

        assertThat(refused("signed", "main", null, body)).isEqualTo(expected);
        assertThat(refused("signed", "main", "sha256=zz", body)).isEqualTo(expected);
        assertThat(refused("signed", "main", right.replace("sha256=", "sha1="), body))
                .isEqualTo(expected);
        assertThat(refused("signed", "main", right, body + " ")).isEqualTo(expected);
        assertThat(refused("signed", "other", right, body)).isEqualTo(expected);
        assertThat(refused("nobody", "main", right, body)).isEqualTo(expected);
        assertThat(refused("Not%20a%20slug", "main", right, body)).isEqualTo(expected);
        assertThat(Stored.rows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = 'signed'"))
                .containsExactly("0");
        assertThat(Stored.rows("SELECT count(*) FROM jobs.dead_letters WHERE tenant_id = 'signed'"))
                .containsExactly("0");
    }

    @Test
    void oldWebhookIsRefusedKeptAndMayBeReplayed() {
        String secret = secret("stale", "main");
        String body = Lines.created("1", now() - 600_000);
        String signature = Signature.of(bytes(body), secret);
        send("stale", "main", signature, body).statusCode(400).body("code", equalTo("stale_webhook"));
        send("stale", "main", signature, body).statusCode(400);
        assertThat(Stored.rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'stale'"))
                .containsExactly("0");

        String id = admin("stale")
                .get("/analytics/dead-letters?source=webhook&instance=main&state=open")
                .then()
                .statusCode(200)
                .body("data.total", equalTo(1))
                .body("data.dead_letters[0].code", equalTo("stale_webhook"))
                .extract()
                .path("data.dead_letters[0].id");
        admin("stale")
                .post("/analytics/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("data.redrives", equalTo(1));
        untilRows("SELECT state FROM jobs.dead_letters WHERE tenant_id = 'stale'", "replayed");
        untilRows("SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'stale'", "1");
    }

    @Test
    void bodyThatIsNoEventIsRefusedOrBecomesADeadLetter() {
        String secret = secret("odd", "main");
        for (String body : new String[] {"not json", "[]", "{}", "{\"timestamp\":\"soon\"}"}) {
            send("odd", "main", Signature.of(bytes(body), secret), body).statusCode(400);
        }
        accept("odd", secret, "{\"timestamp\":%d,\"webhookEvent\":\"moon_landed\"}".formatted(now()));
        untilRows(
                "SELECT code FROM jobs.dead_letters WHERE tenant_id = 'odd' ORDER BY 1",
                "invalid_record",
                "invalid_webhook",
                "invalid_webhook",
                "stale_webhook",
                "stale_webhook");
        String ignored = "{\"timestamp\":%d,\"webhookEvent\":\"board_created\"}".formatted(now());
        send("odd", "main", Signature.of(bytes(ignored), secret), ignored)
                .statusCode(202)
                .body("data.outcome", equalTo("ignored"));
        String huge = "{\"x\":\"" + "x".repeat(WebhookResource.MAX_BODY) + "\"}";
        send("odd", "main", Signature.of(bytes(huge), secret), huge).statusCode(413);
    }

    @Test
    void secretIsShownOnceAndStoredSealed() {
        String secret = secret("sealed", "main");
        admin("sealed")
                .get("/analytics/instances/main/webhook")
                .then()
                .statusCode(200)
                .body("data.secret", nullValue())
                .body("data.url", containsString("/analytics/webhooks/sealed/main"))
                .body("data.created_by", equalTo("ada"));
        assertThat(Stored.rows(
                        "SELECT position(convert_to('%s', 'UTF8') IN secret) FROM jobs.webhook_secrets WHERE tenant_id = 'sealed'"
                                .formatted(secret)))
                .containsExactly("0");
        given().auth()
                .oauth2(TestTokens.analyst("sealed"))
                .put("/analytics/instances/main/webhook")
                .then()
                .statusCode(403);

        String next = secret("sealed", "main");
        assertThat(next).isNotEqualTo(secret);
        String body = Lines.created("1", now());
        send("sealed", "main", Signature.of(bytes(body), secret), body).statusCode(401);
        accept("sealed", next, body);
        admin("sealed").delete("/analytics/instances/main/webhook").then().statusCode(204);
        admin("sealed").get("/analytics/instances/main/webhook").then().statusCode(404);
        send("sealed", "main", Signature.of(bytes(body), next), body).statusCode(401);
    }

    @Test
    void secretUnderAnOldKeyIsSealedAnewSoThatTheKeyMayGo() {
        String secret = secret("rekeyed", "main");
        Stored.rows("UPDATE jobs.webhook_secrets SET secret = '\\x%s' WHERE tenant_id = 'rekeyed' RETURNING 1"
                .formatted(OldKey.seal("rekeyed", "webhook:main", secret)));
        for (int resealed : new int[] {1, 0}) {
            admin("rekeyed")
                    .post("/analytics/connections/rotate")
                    .then()
                    .statusCode(200)
                    .body("data.resealed", equalTo(resealed));
        }
        String sealed = Stored.rows(
                        "SELECT encode(secret, 'hex') FROM jobs.webhook_secrets WHERE tenant_id = 'rekeyed'")
                .getFirst();
        assertThat(OldKey.openWithout("rekeyed", "webhook:main", sealed)).isEqualTo(secret);
        accept("rekeyed", secret, Lines.created("1", now()));
    }

    private static String secret(String tenant, String instance) {
        return admin(tenant)
                .put("/analytics/instances/" + instance + "/webhook")
                .then()
                .statusCode(200)
                .extract()
                .path("data.secret");
    }

    private static void accept(String tenant, String secret, String body) {
        send(tenant, "main", Signature.of(bytes(body), secret), body)
                .statusCode(202)
                .body("data.outcome", equalTo("accepted"));
    }

    /** The answer of a refusal, apart from what differs in each. */
    private static String refused(String tenant, String instance, String signature, String body) {
        return send(tenant, instance, signature, body)
                .statusCode(401)
                .extract()
                .asString()
                .replaceAll("\"(trace_?[iI]d|instance)\":\"[^\"]*\"", "");
    }

    private static ValidatableResponse send(String tenant, String instance, String signature, String body) {
        RequestSpecification request = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(bytes(body));
        return (signature == null ? request : request.header("X-Hub-Signature", signature))
                .post("/analytics/webhooks/" + tenant + "/" + instance)
                .then();
    }

    private static RequestSpecification admin(String tenant) {
        return given().auth().oauth2(TestTokens.admin(tenant));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
