package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.importLines;
import static io.plumbline.jobs.imports.Tracker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.Topics;
import io.plumbline.spec.event.WarehouseChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Readers hear of a change once it is committed, and of nothing where nothing changed. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class WarehouseChangedTest {
    @Test
    void tellsOfEachChange() throws JsonProcessingException {
        List<String> lines =
                List.of(issue("1", "PAY-1", "2026-03-01T00:00:00.000Z").line());
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", EmbeddedServers.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var topic = List.of(new TopicPartition(Topics.WAREHOUSE_CHANGED, 0));
            consumer.assign(topic);
            consumer.seekToBeginning(topic);
            importLines("news", "main", lines);
            importLines("news", "main", lines);
            importLines("news-after", "main", lines);
            List<WarehouseChanged> events = new ArrayList<>();
            while (events.stream().noneMatch(event -> event.tenantId().slug().equals("news-after"))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(30))) {
                    WarehouseChanged event = Json.mapper().readValue(message.value(), WarehouseChanged.class);
                    assertThat(message.key()).isEqualTo(event.tenantId().slug());
                    events.add(event);
                }
            }
            assertThat(events.stream().filter(event -> event.tenantId().slug().equals("news")))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.schema()).isEqualTo(1);
                        assertThat(event.instanceId()).isEqualTo("main");
                        assertThat(event.dataVersion()).isEqualTo(1);
                    });
        }
    }
}
