package io.plumbline.query.testing;

import io.plumbline.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.URI;

/** A Redis of one test's own, which can die, come back empty and freeze. */
public final class RedisServer {
    private EmbeddedRedis server;

    private RedisServer(EmbeddedRedis server) {
        this.server = server;
    }

    public static RedisServer start() {
        return new RedisServer(EmbeddedRedis.start(EmbeddedRedis.Settings.forTests()));
    }

    public String url() {
        return server.url();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        server.process().handle().destroyForcibly();
        server.process().onExit().join();
    }

    /** Comes back at the same address, empty. */
    public void restart() {
        int port = URI.create(server.url()).getPort();
        server.close();
        server = EmbeddedRedis.start(new EmbeddedRedis.Settings(null, null, null, port));
    }

    /** Stops it from running, but not from being there. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    void close() {
        thaw();
        server.close();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-s",
                            name,
                            Long.toString(server.process().handle().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
