package io.plumbline.local.stack;

import io.plumbline.embedded.EmbeddedPostgres;
import io.plumbline.embedded.EmbeddedRedis;
import io.plumbline.embedded.KafkaProcess;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** It finds the ports by itself: the environment names their offset. */
    KafkaProcess kafka() {
        Path folder = data.resolve("kafka");
        List<String> command = new ArrayList<>(List.of(JvmFlags.java()));
        command.addAll(JvmFlags.broker());
        command.addAll(OwnProgram.javaArguments());
        command.addAll(List.of("broker", "--data", folder.toString()));
        return KafkaProcess.start(command, folder, ports.kafka(), state.log("kafka"));
    }
}
