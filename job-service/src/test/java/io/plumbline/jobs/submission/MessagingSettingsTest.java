package io.plumbline.jobs.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No record is lost for want of a setting: what the client does by itself is not what the product promises. */
class MessagingSettingsTest {
    private final Properties settings = new Properties();

    MessagingSettingsTest() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
    }

    @Test
    void everyChannelThatReadsHasDeadLettersOrReadsHintsAlone() {
        assertThat(channels("mp.messaging.incoming.")).isNotEmpty().allSatisfy(channel -> {
            String start = "mp.messaging.incoming." + channel + ".";
            if ("ignore".equals(settings.getProperty(start + "failure-strategy"))) {
                assertThat(settings.getProperty(start + "auto.offset.reset")).isEqualTo("latest");
                return;
            }
            assertThat(settings)
                    .containsEntry(start + "failure-strategy", "dead-letter-queue")
                    .containsKey(start + "dead-letter-queue.topic")
                    .containsEntry(start + "dead-letter-queue.acks", "all")
                    .containsEntry(start + "dead-letter-queue.enable.idempotence", "true")
                    .containsEntry(start + "commit-strategy", "throttled")
                    .containsEntry(start + "auto.offset.reset", "earliest");
        });
    }

    @Test
    void everyChannelThatWritesWaitsForTheBroker() {
        assertThat(channels("mp.messaging.outgoing."))
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(settings)
                        .containsEntry("mp.messaging.outgoing." + channel + ".acks", "all")
                        .containsEntry("mp.messaging.outgoing." + channel + ".enable.idempotence", "true"));
    }

    private Set<String> channels(String start) {
        Set<String> channels = new TreeSet<>();
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith(start) && name.endsWith(".connector")) {
                channels.add(name.substring(start.length(), name.length() - ".connector".length()));
            }
        }
        return channels;
    }
}
