package io.plumbline.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the product; brokers do not make any by themselves. */
public final class KafkaTopics {
    private static final int PARTITIONS = 4;
    private static final short REPLICAS = 1;

    /** Topics whose records are spread by their key (which begins with the tenant). */
    private static final List<String> SPREAD = List.of(
            "analytics.jobs.submit",
            "analytics.jobs.high",
            "analytics.jobs.low",
            "analytics.jobs.progress",
            "analytics.jobs.dlq",
            "tracker.changes",
            "tracker.changes.dlq");

    /** Hints that every instance reads. */
    private static final List<String> BROADCAST = List.of("catalog.changed", "warehouse.changed");

    private KafkaTopics() {}

    /** Creates the topics that are missing on a broker. */
    static void create(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                30_000))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(wanted().stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new ServerStartException("Kafka's topics could not be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while Kafka's topics were created", e);
        }
    }

    private static List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        SPREAD.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, REPLICAS)));
        BROADCAST.forEach(name -> topics.add(new NewTopic(name, 1, REPLICAS)));
        return topics;
    }
}
