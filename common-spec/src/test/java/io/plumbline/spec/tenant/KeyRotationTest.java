package io.plumbline.spec.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.embedded.TokenClaims;
import io.plumbline.embedded.TokenSigner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An issuer that changes its key. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres"))
@QuarkusTestResource(value = KeyServer.class, restrictToAnnotatedClass = true)
class KeyRotationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A new key is looked for at once here ({@link KeyServer}), and at most once a minute in production. */
    @Test
    void looksForNewKeysAtMostOnceAMinute() throws Exception {
        var shipped = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
            shipped.load(file);
        }
        assertThat(shipped).containsEntry(KeyServer.LOOK_AGAIN, "1");
    }

    @Test
    void takesANewKeySoonAndTheOldOneNoMoreAndLivesWithoutTheIssuer() throws Exception {
        String old = token();
        assertThat(status(old)).isEqualTo(200);
        issuer("/next");
        String renewed = token();
        Instant start = Instant.now();
        while (status(renewed) != 200) {
            assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
            Thread.sleep(100);
        }
        assertThat(status(old)).isEqualTo(401);
        issuer("/away");
        assertThat(status(renewed)).isEqualTo(200);
        assertThat(status(TestTokens.viewer("acme"))).isEqualTo(401);
        assertThat(status(renewed)).isEqualTo(200);
    }

    private static String token() throws Exception {
        return TokenSigner.of(issuer("/key"))
                .sign(TokenClaims.of(
                        TestTokens.ISSUER, "acme", "vera", List.of("viewer"), Instant.now(), Duration.ofHours(1)));
    }

    private static String issuer(String path) throws Exception {
        String address = ConfigProvider.getConfig().getValue(KeyServer.ADDRESS, String.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static int status(String token) {
        return given().port(RestAssured.port)
                .auth()
                .oauth2(token)
                .get("/probe/me")
                .statusCode();
    }
}
