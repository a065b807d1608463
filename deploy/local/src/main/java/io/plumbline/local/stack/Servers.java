package io.plumbline.local.stack;

import io.plumbline.embedded.EmbeddedKafka;
import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedRedis;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StateFolder;
import java.nio.file.Path;

/** How the servers of a stack are started: with their data in one folder, on the ports of the plan. */
final class Servers {
    private final StateFolder state;
    private final PortPlan ports;
    private final Path data;

    Servers(StateFolder state, PortPlan ports, Path data) {
        this.state = state;
        this.ports = ports;
        this.data = data;
    }

    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(new EmbeddedPostgres.Settings(
                data.resolve("postgres"),
                state.log("postgres"),
                state.programs(),
                ports.postgres(),
                true,
                EmbeddedPostgres.resource("db/bootstrap.sql"),
                Passwords.of(data)));
    }

    EmbeddedRedis redis() {
        return EmbeddedRedis.start(
                new EmbeddedRedis.Settings(data.resolve("redis"), state.log("redis"), state.programs(), ports.redis()));
    }

    EmbeddedKafka kafka() {
        return EmbeddedKafka.start(data.resolve("kafka"), ports.kafka(), ports.kafkaController());
    }
}
