package io.plumbline.translator.testing;

import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * What the service meets in its tests: query-service and catalog-service at the wire, Kafka away. {@link Wire} acts on
 * them. Arguments: {@code catalog=away} at first; how long values are {@code kept}.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** Nothing listens there. */
    private static final String NO_KAFKA = "127.0.0.1:9";

    private Map<String, String> arguments = Map.of();
    private NeighbourServer server;

    @Override
    public void init(Map<String, String> given) {
        arguments = Map.copyOf(given);
    }

    @Override
    public Map<String, String> start() {
        server = NeighbourServer.start("away".equals(arguments.get("catalog")));
        return Map.of(
                "PLUMBLINE_ISSUER",
                TestTokens.ISSUER,
                "PLUMBLINE_JWKS",
                TestTokens.jwksLocation(),
                "PLUMBLINE_KAFKA",
                NO_KAFKA,
                "PLUMBLINE_CATALOG_URL",
                server.url(),
                "PLUMBLINE_QUERY_URL",
                server.url(),
                "plumbline.query.values-timeout",
                "1S",
                "plumbline.query.values-kept",
                arguments.getOrDefault("kept", "30S"),
                "plumbline.query.run-timeout",
                "1S",
                Wire.ADDRESS,
                server.url());
    }

    @Override
    public void stop() {
        server.stop();
    }
}
