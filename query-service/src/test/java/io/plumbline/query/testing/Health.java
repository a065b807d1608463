package io.plumbline.query.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's own view of its state. */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Health() {}

    /** The address of the management port. */
    public static String url() {
        return ConfigProvider.getConfig()
                .getValue("test.management.url", String.class)
                .replaceFirst("/q/?$", "");
    }

    /** The status of the readiness probe: 200 or 503. */
    public static int ready() {
        return given().baseUri(url()).when().get("/q/health/ready").statusCode();
    }

    /** Waits for that status; fails where it does not come. */
    public static void await(int status) {
        Instant end = Instant.now().plus(PATIENCE);
        int seen = ready();
        while (seen != status && Instant.now().isBefore(end)) {
            seen = ready();
        }
        assertThat(seen).isEqualTo(status);
    }
}
