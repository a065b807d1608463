package io.plumbline.local.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** What a supervisor, Kafka and a gateway log, to standard error. */
final class ConsoleLog {
    private static final String SETTINGS = """
            handlers = java.util.logging.ConsoleHandler
            .level = WARNING
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.SimpleFormatter.format = %1$tF %1$tT %4$s [%3$s] %5$s%6$s%n
            io.plumbline.level = INFO
            org.apache.kafka.clients.level = SEVERE
            # Callers who leave in the middle of an answer are no faults.
            io.netty.channel.AbstractChannelHandlerContext.level = SEVERE
            """;

    private ConsoleLog() {}

    static void configure() {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
