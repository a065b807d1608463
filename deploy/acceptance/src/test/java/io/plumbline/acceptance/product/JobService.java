package io.plumbline.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another job-service of the stack, in a process of its own that may be killed or stopped: with the settings of the first. */
final class JobService implements AutoCloseable {
    private static final int GATEWAY_PORT = 8080;
    private static final int FIRST_PORT = 8083;
    /** Of the second, past the first one's. */
    private static final int FURTHER = 100;

    private static final int MANAGEMENT = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Product product;
    private final Process process;
    private final int port;

    private JobService(Product product, Process process, int port) {
        this.product = product;
        this.process = process;
        this.port = port;
    }

    /** Started and ready. */
    static JobService start(Product product) {
        int firstPort = portOfFirst(product);
        ProcessHandle first = processAt(firstPort);
        int port = firstPort + FURTHER;
        List<String> command = new ArrayList<>(List.of(first.info().command().orElseThrow()));
        command.addAll(List.of(first.info().arguments().orElseThrow()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder(first).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        product.logs().resolve("job-service-2.log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(first));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + MANAGEMENT));
        try {
            var service = new JobService(product, builder.start(), port);
            Waiting.until(PATIENCE, service::isReady);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the first one, past the gateway. */
    static URI first(Product product) {
        return URI.create("http://127.0.0.1:" + portOfFirst(product));
    }

    /** The address of this one. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Sends the process a signal, by its name without SIG. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process has ended within the time. */
    boolean hasEnded(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The value of one of its counters. */
    double counter(String name) {
        return management("/q/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the second job-service has ended with " + process.exitValue());
        }
        try {
            return management("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Reply management(String path) {
        return product.at(URI.create("http://127.0.0.1:" + (port + MANAGEMENT)).resolve(path));
    }

    private static int portOfFirst(Product product) {
        return product.gateway().getPort() - GATEWAY_PORT + FIRST_PORT;
    }

    /** The JVM that has the port by its environment; the shell that watches it has the same. */
    private static ProcessHandle processAt(int port) {
        return ProcessHandle.allProcesses()
                .filter(one ->
                        one.info().command().filter(c -> c.endsWith("/java")).isPresent())
                .filter(one -> Integer.toString(port).equals(environment(one).get("QUARKUS_HTTP_PORT")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no job-service has port " + port));
    }

    private static Path folder(ProcessHandle handle) {
        try {
            return Path.of("/proc", Long.toString(handle.pid()), "cwd").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(ProcessHandle handle) {
        try {
            String all =
                    Files.readString(Path.of("/proc", Long.toString(handle.pid()), "environ"), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\0"))
                    .map(variable -> variable.split("=", 2))
                    .filter(variable -> variable.length == 2)
                    .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1], (one, other) -> one));
        } catch (IOException notOurs) {
            return Map.of();
        }
    }
}
