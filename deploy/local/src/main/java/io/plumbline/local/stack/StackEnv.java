package io.plumbline.local.stack;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.local.issuer.Identity;
import io.plumbline.local.issuer.LocalIssuer;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** The file with the stack's addresses and a token, there while the stack is up; the token is renewed in time. */
final class StackEnv implements AutoCloseable {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final Duration RENEW_EVERY = Duration.ofMinutes(20);

    private final StateFolder state;
    private final PortPlan ports;
    private final PostgresAddress postgres;
    private final LocalIssuer issuer;
    private final Timer clock = new Timer("token renewal", true);

    StackEnv(StateFolder state, PortPlan ports, PostgresAddress postgres, LocalIssuer issuer) {
        this.state = state;
        this.ports = ports;
        this.postgres = postgres;
        this.issuer = issuer;
        write();
        TimerTask renewal = new TimerTask() {
            @Override
            public void run() {
                write();
            }
        };
        clock.scheduleAtFixedRate(renewal, RENEW_EVERY.toMillis(), RENEW_EVERY.toMillis());
    }

    @Override
    public void close() {
        clock.cancel();
        try {
            Files.deleteIfExists(state.stackEnv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        StateFolder.writePrivately(state.stackEnv(), """
                PLUMBLINE_URL=%s
                PLUMBLINE_PG_URL=postgresql://%s:%s@%s
                PLUMBLINE_KAFKA=127.0.0.1:%d
                PLUMBLINE_REDIS=redis://127.0.0.1:%d
                PLUMBLINE_TOKEN=%s
                """.formatted(
                        ports.gatewayUrl(),
                        PostgresAddress.SUPERUSER,
                        postgres.password(PostgresAddress.SUPERUSER),
                        postgres.location(),
                        ports.kafka(),
                        ports.redis(),
                        issuer.token(Identity.admin(Identity.DEMO_TENANT), TOKEN_LIFETIME)));
    }
}
