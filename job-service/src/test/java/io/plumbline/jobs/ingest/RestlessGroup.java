package io.plumbline.jobs.ingest;

import io.plumbline.spec.event.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What happens to the service's consumer group from outside. */
final class RestlessGroup implements AutoCloseable {
    private static final String GROUP = "job-service-ingest";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String broker;
    private final Admin admin;

    RestlessGroup(String broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
    }

    /** A consumer joins, takes records away without ever committing them, and leaves once it was given some partitions. */
    void joinAndLeave() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        GROUP,
                        "enable.auto.commit",
                        "false",
                        "session.timeout.ms",
                        "6000",
                        "partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.TRACKER_CHANGES));
            Instant end = Instant.now().plus(PATIENCE);
            while (consumer.assignment().isEmpty() && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(100));
            }
            consumer.poll(Duration.ofMillis(200));
            if (consumer.assignment().isEmpty()) {
                throw new IllegalStateException("the group gave no partition to the consumer that joined");
            }
        }
    }

    /** Sets the group to the beginning, as {@code --reset-offsets --to-earliest} does: its members are put out first. */
    void rewind() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                admin.removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
                admin.alterConsumerGroupOffsets(GROUP, offsets(OffsetSpec.earliest()))
                        .all()
                        .get();
                return;
            } catch (ExecutionException | KafkaException e) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Whether all that is on the topic was acknowledged. */
    boolean isAtTheEnd() {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets(OffsetSpec.latest()).entrySet().stream()
                    .allMatch(last -> offset(committed.get(last.getKey())) == offset(last.getValue()));
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long offset(OffsetAndMetadata at) {
        return at == null ? 0 : at.offset();
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = admin
                .describeTopics(List.of(Topics.TRACKER_CHANGES))
                .allTopicNames()
                .get()
                .get(Topics.TRACKER_CHANGES)
                .partitions()
                .stream()
                .collect(Collectors.toMap(
                        info -> new TopicPartition(Topics.TRACKER_CHANGES, info.partition()), _ -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> new OffsetAndMetadata(found.getValue().offset())));
    }

    @Override
    public void close() {
        admin.close();
    }
}
