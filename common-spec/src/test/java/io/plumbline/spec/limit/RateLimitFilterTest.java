package io.plumbline.spec.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The limits as a caller meets them. */
@QuarkusTest
@TestProfile(RateLimitFilterTest.Limited.class)
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,redis"))
class RateLimitFilterTest {
    private static final String LIMITED = "/probe/me";

    private final String tenant = "t-" + UUID.randomUUID();
    private final AdmissionMark mark;

    RateLimitFilterTest(AdmissionMark mark) {
        this.mark = mark;
    }

    /** Five requests a minute. */
    public static final class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "plumbline.limits.enabled", "true",
                    "PLUMBLINE_LIMIT_USER", "5",
                    "PLUMBLINE_LIMIT_GLOBAL", "100000",
                    "PLUMBLINE_ADMISSION_KEY", "0123456789abcdef0123456789abcdef");
        }
    }

    @Test
    void tellsTheLimitsAndTheirStanding() {
        String token = TestTokens.viewer(tenant);
        call(token, LIMITED)
                .statusCode(200)
                .header(
                        "RateLimit-Policy",
                        equalTo("\"user-second\";q=50;w=1, \"user-minute\";q=5;w=60, \"tenant-second\";q=200;w=1,"
                                + " \"tenant-minute\";q=1000;w=60"))
                .header("RateLimit", containsString("\"user-minute\";r=4;t=12"));
        call(token, LIMITED).header("RateLimit", containsString("\"user-minute\";r=3;t=24"));
    }

    @Test
    void refusesWithAProblemThatTellsWhenToTryAgain() {
        String token = usedUp();
        call(token, LIMITED)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "12")
                .header("RateLimit", containsString("\"user-minute\";r=0;t=60"))
                .body("code", equalTo("rate_limited"))
                .body(
                        "detail",
                        equalTo(
                                "The limit `user-minute` is used up: your own, 5 requests a minute. Try again in 12 s."));
        call(TestTokens.analyst(tenant), LIMITED).statusCode(200);
        call(TestTokens.viewer(tenant + "2"), LIMITED).statusCode(200);
    }

    @Test
    void aCallThatIsCountedAlreadyCountsNoMore() {
        String token = usedUp();
        RequestOptions marked = new RequestOptions();
        mark.put(marked, token);
        String header = marked.getHeaders().get(AdmissionMark.HEADER);
        given().auth()
                .oauth2(token)
                .header(AdmissionMark.HEADER, header)
                .get(LIMITED)
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue());
        given().auth()
                .oauth2(token)
                .header(AdmissionMark.HEADER, header + "x")
                .get(LIMITED)
                .then()
                .statusCode(429);
    }

    @Test
    void countsOnlyWhatTokenAndRoleAllow() {
        call(TestTokens.viewer(tenant), "/probe/admin").statusCode(403).header("RateLimit", nullValue());
        given().get(LIMITED).then().statusCode(401).header("RateLimit", nullValue());
        given().get("/probe/named/a").then().statusCode(200).header("RateLimit", nullValue());
        call(TestTokens.viewer(tenant), LIMITED).header("RateLimit", containsString("\"user-minute\";r=4"));
    }

    private String usedUp() {
        String token = TestTokens.viewer(tenant);
        for (int i = 0; i < 5; i++) {
            assertThat(call(token, LIMITED).extract().statusCode()).isEqualTo(200);
        }
        return token;
    }

    private static ValidatableResponse call(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }
}
