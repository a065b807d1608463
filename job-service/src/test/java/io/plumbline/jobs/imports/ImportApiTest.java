package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.admin;
import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.imports.Tracker.issue;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API takes and refuses, and to whom it answers. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ImportApiTest {
    private static final String ISSUE =
            issue("1", "PAY-1", "2026-03-01T00:00:00.000Z").line();

    @Test
    void keepsInvalidLinesWithNumberAndReasonAndImportsTheRest() {
        String body = ISSUE + "\n\nnot json\n{\"kind\":\"banana\",\"data\":{}}\n"
                + issue("2", "PAY-2", "the other day").line() + "\n";
        String id = ImportCalls.submit("rejects", "main", body.getBytes(StandardCharsets.UTF_8));
        var answer = ImportCalls.await("rejects", id);

        assertThat(answer.getString("data.status")).isEqualTo("completed");
        assertThat(answer.getLong("data.lines_read")).isEqualTo(4);
        assertThat(answer.getLong("data.lines_accepted")).isEqualTo(1);
        assertThat(answer.getLong("data.lines_rejected")).isEqualTo(3);
        assertThat(answer.getDouble("data.progress")).isEqualTo(1.0);
        assertThat(answer.getList("data.rejections.line")).containsExactly(3, 4, 5);
        assertThat(answer.getString("data.rejections[0].reason")).contains("not JSON");
        assertThat(answer.getString("data.rejections[0].excerpt")).isEqualTo("not json");
        assertThat(answer.getString("data.rejections[2].reason")).contains("/data/fields/created");
        admin("rejects")
                .get("/analytics/imports/" + id + "/rejections?offset=1&limit=1")
                .then()
                .statusCode(200)
                .body("data.total", equalTo(3))
                .body("data.rejections", hasSize(1))
                .body("data.rejections[0].line", equalTo(4));
        admin("rejects")
                .get("/analytics/imports")
                .then()
                .statusCode(200)
                .body("data.imports.id", hasItem(id))
                .body("data.total", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The body is empty",
                "'   ' | The body is empty",
                "key,summary | Line 1 is no tracker record",
                "{\"data\":{}} | Line 1 is no tracker record",
                "[] | Line 1 is no tracker record",
                "{\"kind\":5} | Line 1 is no tracker record"
            })
    void refusesWhatIsNoImportAndChangesNothing(String body, String detail) {
        admin("refused")
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/analytics/imports?instance=main")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_request"))
                .body("detail", startsWith(detail))
                .body("detail", containsString("\"kind\": \"issue\""));
        assertThat(rows("SELECT count(*) FROM jobs.imports WHERE tenant_id = 'refused'"))
                .containsExactly("0");
        assertThat(rows("SELECT count(*) FROM warehouse.tenants WHERE tenant_id = 'refused'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?instance=", "?instance=Main", "?instance=a%00b", "?instance=../etc", "?instance=a'%3B--"})
    void refusesABadInstance(String query) {
        admin("refused")
                .body(ISSUE.getBytes(StandardCharsets.UTF_8))
                .post("/analytics/imports" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/instance"));
    }

    @Test
    void takesGzipByHeaderOrByItsFirstBytes() throws IOException {
        byte[] packed = gzip(ISSUE);
        String byMagic = ImportCalls.submit("gzip", "main", packed);
        assertThat(ImportCalls.await("gzip", byMagic).getLong("data.lines_accepted"))
                .isEqualTo(1);
        String byHeader = given().config(asIs())
                .auth()
                .oauth2(TestTokens.admin("gzip"))
                .header("Content-Encoding", "gzip")
                .contentType("application/x-ndjson")
                .body(packed)
                .post("/analytics/imports?instance=other")
                .then()
                .statusCode(202)
                .header("Location", containsString("/analytics/imports/"))
                .extract()
                .path("data.id");
        assertThat(ImportCalls.await("gzip", byHeader).getLong("data.lines_accepted"))
                .isEqualTo(1);
    }

    @Test
    void refusesAFalsePromiseOfGzipAndFailsOnADamagedStream() throws IOException {
        given().config(asIs())
                .auth()
                .oauth2(TestTokens.admin("gzip"))
                .header("Content-Encoding", "gzip")
                .body(ISSUE.getBytes(StandardCharsets.UTF_8))
                .post("/analytics/imports?instance=main")
                .then()
                .statusCode(400)
                .body("detail", containsString("no gzip stream"));
        given().config(asIs())
                .auth()
                .oauth2(TestTokens.admin("gzip"))
                .header("Content-Encoding", "br")
                .body(ISSUE.getBytes(StandardCharsets.UTF_8))
                .post("/analytics/imports?instance=main")
                .then()
                .statusCode(415);
        byte[] packed = gzip(ISSUE + "\n" + "x".repeat(100_000));
        byte[] cut = Arrays.copyOf(packed, packed.length - 30);
        var answer = ImportCalls.await("cut", ImportCalls.submit("cut", "main", cut));

        assertThat(answer.getString("data.status")).isEqualTo("failed");
        assertThat(answer.getString("data.error")).contains("gzip").contains("Nothing was changed");
        assertThat(rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'cut'"))
                .containsExactly("0");
    }

    @Test
    void answersOnlyToTokensWithARightRole() {
        given().get("/analytics/imports").then().statusCode(401).contentType("application/problem+json");
        given().body("x").post("/analytics/imports?instance=main").then().statusCode(401);
        for (String token : new String[] {
            TestTokens.expired("acme"),
            TestTokens.foreignIssuer("acme"),
            TestTokens.foreignKey("acme"),
            TestTokens.wrongAudience("acme"),
            TestTokens.withoutTenant()
        }) {
            given().auth().oauth2(token).get("/analytics/imports").then().statusCode(401);
        }
        given().auth()
                .oauth2(TestTokens.withoutRole("acme"))
                .get("/analytics/imports")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .get("/analytics/imports")
                .then()
                .statusCode(200);
        for (String token : new String[] {TestTokens.viewer("acme"), TestTokens.analyst("acme")}) {
            given().auth()
                    .oauth2(token)
                    .body(ISSUE)
                    .post("/analytics/imports?instance=main")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{}")
                    .put("/analytics/instances/main/mapping")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void anotherTenantsImportIsNotThere() {
        String id = ImportCalls.submit("owner", "main", ISSUE.getBytes(StandardCharsets.UTF_8));
        ImportCalls.await("owner", id);
        for (String path :
                new String[] {id, id + "/rejections", UUID.randomUUID().toString(), "7"}) {
            admin("stranger")
                    .get("/analytics/imports/" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", not(containsString(id)));
        }
        admin("stranger").get("/analytics/imports").then().body("data.total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset=-1", "limit=0", "limit=1001"})
    void refusesPagesOutOfRange(String query) {
        admin("rejects")
                .get("/analytics/imports?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void describesItselfAndItsHealth() {
        String base = ConfigProvider.getConfig()
                        .getValue("test.management.url", String.class)
                        .replaceFirst("/q/?$", "") + "/q";
        given().get(base + "/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/analytics/imports'.post.summary", equalTo("Import tracker records"));
        given().get(base + "/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get(base + "/metrics")
                .then()
                .statusCode(200)
                .body(containsString("plumbline_import_lines_total"))
                .body(containsString("plumbline_import_queue_length"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static RestAssuredConfig asIs() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }
}
