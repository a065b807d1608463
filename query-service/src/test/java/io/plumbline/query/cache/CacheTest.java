package io.plumbline.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.tenant.Roles;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers see of the cache. Each test asks a spec of its own. */
@QuarkusTest
@WithTestResource(
        value = Neighbours.class,
        initArgs = {@ResourceArg(name = "redis", value = "shared"), @ResourceArg(name = "check", value = "PT0.05S")})
class CacheTest {
    /** More than what is known of a tenant's data version may be old. */
    private static final Duration BOUND = Duration.ofMillis(250 + 250);
    /** However slow the machine is; but much less than the five minutes that an answer is kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AfterEach
    void restore() {
        Control.act("catalog/restore");
    }

    @Test
    void givesTheSameAnswerAgain() {
        String spec = spec("first");
        JsonPath made = Call.run("acme", spec)
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("data.cached", is(false))
                .body("meta.cache_ttl", is(300))
                .extract()
                .jsonPath();
        JsonPath again = Call.run("acme", spec)
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("data.cached", is(true))
                .body("data.query_time_ms", greaterThan(0f))
                .body("meta.cache_ttl", allOf(greaterThan(200), lessThanOrEqualTo(300)))
                .extract()
                .jsonPath();
        assertThat(withoutWhatDiffers(again)).isEqualTo(withoutWhatDiffers(made));
        assertThat(again.getString("meta.receipt")).isNotBlank().isEqualTo(made.getString("meta.receipt"));
    }

    @Test
    void givesItToTheSameMeaningHoweverWritten() {
        Call.run("acme", "{\"measures\": [{\"name\": \"created\", \"as\": \"meaning\"}]}")
                .body("data.cached", is(false));
        Call.run("acme", "{\"limit\":1000, \"measures\":[{\"as\":\"meaning\",\"name\":\"created\"}]}")
                .body("data.cached", is(true));
    }

    @Test
    void sharesNothingBetweenTenants() {
        String spec = spec("tenants");
        Call.run("acme", spec).body("data.cached", is(false)).body("data.results[0].tenants", is(4));
        Call.run("umbrella", spec).body("data.cached", is(false)).body("data.results[0].tenants", is(1));
        Call.run("acme", spec).body("data.cached", is(true)).body("data.results[0].tenants", is(4));
    }

    @Test
    void sharesNothingBetweenRoles() {
        String spec = spec("roles");
        Call.run(token(Roles.VIEWER), spec, "normal").body("data.cached", is(false));
        Call.run(token(Roles.ADMIN), spec, "normal").body("data.cached", is(false));
        Call.run(token(Roles.ADMIN), spec, "normal").body("data.cached", is(true));
    }

    @Test
    void isOutOfReachWithoutARight() {
        String spec = spec("rights");
        Call.run("acme", spec).statusCode(200);
        Call.run(TestTokens.withoutRole("acme"), spec, "normal").statusCode(403);
    }

    @Test
    void makesAnAnswerAnewForOtherDefinitions() {
        String spec = spec("definitions");
        Call.run("acme", spec).body("data.cached", is(false)).body("data.results[0].definitions", is(4));
        Control.act("catalog/redefine");
        await(() -> assertThat(Call.run("acme", spec).extract().<Integer>path("data.results[0].definitions"))
                .isEqualTo(2));
    }

    @Test
    void makesAnAnswerAnewSoonAfterTheDataChanged() {
        String spec = spec("data");
        touch();
        pause(BOUND);
        Call.run("changing", spec);
        Call.run("changing", spec).body("data.cached", is(true));
        long version = touch();
        await(() -> assertThat(Call.run("changing", spec).extract().<Integer>path("meta.data_version"))
                .isEqualTo((int) version));
    }

    @Test
    void freshIsMadeAnewAndKeptForOthers() {
        String spec = spec("fresh");
        String first = Call.run("acme", spec).extract().path("meta.receipt");
        String fresh = Call.runFresh("acme", spec)
                .body("data.cached", is(false))
                .body("meta.cache_ttl", is(300))
                .extract()
                .path("meta.receipt");
        assertThat(fresh).isNotEqualTo(first);
        Call.run("acme", spec).body("data.cached", is(true)).body("meta.receipt", is(fresh));
    }

    @Test
    void staleIsGivenAtOnceAndFollowedByTheNext() {
        String spec = spec("stale");
        String token = TestTokens.viewer("changing");
        int before = Call.run("changing", spec).extract().path("meta.data_version");
        int after = (int) touch();
        pause(BOUND);
        Call.run(token, spec, "stale_ok")
                .statusCode(200)
                .body("data.cached", is(true))
                .body("meta.data_version", is(before))
                .body("meta.cache_ttl", is(0))
                .body("meta.warnings", hasSize(1))
                .body("meta.warnings[0]", startsWith("This answer is not the newest"))
                .body("meta.warnings[0]", containsString("data version " + before));
        await(() -> Call.run(token, spec, "stale_ok")
                .body("data.cached", is(true))
                .body("meta.data_version", greaterThanOrEqualTo(after))
                .body("meta.warnings", hasSize(0)));
    }

    @Test
    void staleOkMakesAnAnswerWhereThereNeverWasOne() {
        Call.run(TestTokens.viewer("acme"), spec("never"), "stale_ok").body("data.cached", is(false));
    }

    @Test
    void namesTheModesThatThereAre() {
        Call.run(TestTokens.viewer("acme"), spec("modes"), "none")
                .statusCode(400)
                .body("code", is("invalid_request"))
                .body("errors[0].pointer", is("/cache"))
                .body("errors[0].code", is("unknown_value"))
                .body("errors[0].allowed", contains("fresh", "normal", "stale_ok"));
    }

    @Test
    void refusesABrokenSpecEachTime() {
        for (int i = 0; i < 2; i++) {
            Call.run("acme", "{\"measures\": [{\"name\": \"creatd\"}]}")
                    .statusCode(400)
                    .body("errors[0].suggestion", is(equalTo("created")));
        }
    }

    private static String spec(String column) {
        return "{\"measures\": [{\"name\": \"created\", \"as\": \"%s\"}]}".formatted(column);
    }

    private static String token(String role) {
        return TestTokens.token("acme", "ana", role);
    }

    private static long touch() {
        return Long.parseLong(Warehouse.query(EmbeddedServers.postgres(), """
                INSERT INTO warehouse.tenants VALUES ('changing', 1, now())
                ON CONFLICT (tenant_id) DO UPDATE SET data_version = tenants.data_version + 1, data_as_of = now()
                RETURNING data_version
                """).getFirst());
    }

    private static Map<String, Object> withoutWhatDiffers(JsonPath answer) {
        Map<String, Object> members = new HashMap<>(answer.getMap("meta"));
        members.remove("cache_ttl");
        members.put("results", answer.get("data.results"));
        members.put("total", answer.get("data.total"));
        return members;
    }

    private static void await(Runnable check) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
