package io.plumbline.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.load.TrackerFile;
import io.plumbline.spec.event.Topics;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event costs what one event may, however much there is already. With -Dplumbline.load.issues=N for other sizes. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class IngestSpeedTest {
    private static final Logger LOG = Logger.getLogger(IngestSpeedTest.class);
    private static final int ISSUES = Integer.getInteger("plumbline.load.issues", 2_000);

    @Inject
    @DataSource("imports")
    AgroalDataSource database;

    @Test
    void oneEventIsMergedInAFractionOfASecondBesideManyIssues(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tracker.ndjson");
        TrackerFile.main(new String[] {file.toString(), Integer.toString(ISSUES), "0"});
        List<String> lines = Files.readAllLines(file);
        timed("import of %d issues".formatted(ISSUES), () -> Stored.merge(database, "speed", lines));
        long[] millis = IntStream.range(0, 20)
                .mapToLong(i -> timed(
                        "event", () -> Stored.merge(database, "speed", List.of(event(i % 2 == 0 ? i : ISSUES + i)))))
                .sorted()
                .toArray();
        long sprint = timed("sprint event", () -> Stored.merge(database, "speed", List.of(sprintEvent())));

        LOG.infof(
                "one event beside %d issues: median %d ms, worst %d ms; a closed sprint renamed: %d ms",
                ISSUES, millis[10], millis[19], sprint);
        assertThat(millis[10]).isLessThan(2_000);
    }

    @Test
    void recordsOfTheTopicAreMergedFasterThanTheyCome() {
        int records = 3 * ISSUES;
        String token = "Bearer " + TestTokens.admin("rate");
        Instant began = Instant.now();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                byte[] line = event(i).getBytes(StandardCharsets.UTF_8);
                var record = new ProducerRecord<>(Topics.TRACKER_CHANGES, "rate", line);
                record.headers().add("authorization", token.getBytes(StandardCharsets.UTF_8));
                var unused = producer.send(record);
            }
        }
        Duration produced = Duration.between(began, Instant.now());
        Waiting.until(
                () -> Stored.rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'rate'"),
                List.of(Integer.toString(records)));
        Duration merged = Duration.between(began, Instant.now());

        LOG.infof("%d records: produced in %s, merged in %s", records, produced, merged);
        assertThat(records * 1_000L / merged.toMillis()).isGreaterThan(100);
    }

    private static long timed(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        long millis = (System.nanoTime() - began) / 1_000_000;
        LOG.debugf("%s: %d ms", what, millis);
        return millis;
    }

    private static String event(int number) {
        return "{\"kind\":\"event\",\"data\":%s}"
                .formatted(Lines.moved(Integer.toString(number), 1_780_000_000_000L + number));
    }

    private static String sprintEvent() {
        return """
                {"kind":"event","data":{"timestamp":1780000000000,"webhookEvent":"sprint_updated","sprint":{"id":50,"name":"Renamed",\
                "state":"closed","originBoardId":1,"startDate":"2024-11-18T09:00:00Z","endDate":"2024-12-02T09:00:00Z",\
                "completeDate":"2024-12-02T10:30:00Z"}}}""";
    }
}
