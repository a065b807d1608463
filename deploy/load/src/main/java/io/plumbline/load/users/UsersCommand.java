package io.plumbline.load.users;

import io.plumbline.load.Machine;
import io.plumbline.load.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "users",
        description = {
            "Lets many users ask the running stack at once, all shapes in turn, by Gatling.",
            "Needs the tenants that 'fill' makes. Fails where a request fails or p99 is a second or more."
        },
        mixinStandardHelpOptions = true)
public final class UsersCommand implements Callable<Integer> {
    @Option(names = "--users", description = "at once (default: ${DEFAULT-VALUE})")
    private int users = 100;

    @Option(names = "--seconds", description = "how long (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(
            names = "--cached",
            paramLabel = "PERCENT",
            description = "requests that may be answered from the cache (default: ${DEFAULT-VALUE})")
    private int cached = 90;

    @Option(names = "--tenants", description = "of how many tenants (default: ${DEFAULT-VALUE})")
    private int tenants = 20;

    @Option(names = "--url", description = "where requests go (default: the stack's gateway)")
    private URI url;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.describe());
        URI target = url == null ? Stack.running().gateway() : url;
        int code = gatling(new Plan(target, users, Duration.ofSeconds(seconds), cached, tenants));
        System.out.println(Machine.describe());
        return code;
    }

    /** In a process of its own, which Gatling ends when it is done. */
    private static int gatling(Plan plan) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("plumbline.root", "."));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dplumbline.root=" + root,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dslf4j.provider=org.slf4j.impl.JBossSlf4jServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(plan.properties());
        command.addAll(List.of(
                "io.gatling.app.Gatling",
                "--simulation",
                UsersSimulation.class.getName(),
                "--results-folder",
                root.resolve("deploy/load/target/gatling").toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
