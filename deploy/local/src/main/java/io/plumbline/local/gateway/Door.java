package io.plumbline.local.gateway;

import io.plumbline.local.state.StackException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the gateway meets the world.
 *
 * @param tls the certificate of a second port for callers from outside; empty: there is none
 * @param cors which web pages may call it
 * @param connections the most at once
 * @param patience how long senders and listeners may take
 */
public record Door(Optional<Tls> tls, Cors cors, int connections, Patience patience) {
    private static final int CONNECTIONS = 2_000;

    /**
     * How long a sender or listener may take; then its connection is closed.
     *
     * @param head for a request's first line and headers, from the connection's start or the answer before
     * @param body for a body that is not an upload
     * @param listener for taking the next of a stream of events
     */
    public record Patience(Duration head, Duration body, Duration listener) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(75), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    /**
     * As the environment says: PLUMBLINE_TLS_CERT and PLUMBLINE_TLS_KEY, PLUMBLINE_CORS_ORIGINS,
     * PLUMBLINE_MAX_CONNECTIONS.
     *
     * @throws StackException when a value is wrong
     */
    public static Door fromEnvironment(Map<String, String> environment) {
        return new Door(
                Tls.fromEnvironment(environment),
                Cors.of(environment.getOrDefault("PLUMBLINE_CORS_ORIGINS", "")),
                connections(environment.getOrDefault("PLUMBLINE_MAX_CONNECTIONS", "")),
                Patience.USUAL);
    }

    private static int connections(String text) {
        if (text.isBlank()) {
            return CONNECTIONS;
        }
        if (!text.strip().matches("[1-9]\\d{0,6}")) {
            throw new StackException(
                    "PLUMBLINE_MAX_CONNECTIONS is '" + text + "', but must be a number from 1 to 9999999.",
                    "Correct or unset it.");
        }
        return Integer.parseInt(text.strip());
    }
}
