package io.plumbline.jobs.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Publishes a batch in waves: one record of each topic and key in a wave, and the next only once the broker has the one before.
 * So no failure in between can turn the order round, which the client alone does not promise once a record was given up.
 */
@ApplicationScoped
public class OutboxPublisher {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    private final OutboxProducer producer;

    OutboxPublisher(OutboxProducer producer) {
        this.producer = producer;
    }

    /** Blocks until the broker has the records or they are given up. */
    Published publish(List<OutboxRecord> batch) {
        List<UUID> published = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        boolean away = false;
        for (List<OutboxRecord> wave : waves(batch)) {
            for (Map.Entry<OutboxRecord, Future<RecordMetadata>> sent :
                    send(wave, broken).entrySet()) {
                switch (await(sent.getKey(), sent.getValue())) {
                    case ARRIVED -> published.add(sent.getKey().id());
                    case AWAY -> {
                        away = true;
                        broken.add(sent.getKey().lane());
                    }
                    case REFUSED -> broken.add(sent.getKey().lane());
                }
            }
        }
        return new Published(published, away);
    }

    private enum Fate {
        ARRIVED,
        AWAY,
        REFUSED
    }

    /** @param broken topics and lanes that nothing more of this batch may go to */
    private Map<OutboxRecord, Future<RecordMetadata>> send(List<OutboxRecord> wave, Set<String> broken) {
        Map<OutboxRecord, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (OutboxRecord event : wave) {
            if (!broken.contains(event.topic()) && !broken.contains(event.lane())) {
                Future<RecordMetadata> receipt = producer.send(event);
                // Given up before it was on its way: the topic is not known, and each further one would wait as long.
                if (receipt.state() == Future.State.FAILED && receipt.exceptionNow() instanceof RetriableException) {
                    broken.add(event.topic());
                }
                sent.put(event, receipt);
            }
        }
        return sent;
    }

    private static Fate await(OutboxRecord event, Future<RecordMetadata> receipt) {
        try {
            receipt.get();
            return Fate.ARRIVED;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                LOG.debugf(
                        "%s was not published: %s", event.topic(), e.getCause().getMessage());
                return Fate.AWAY;
            }
            LOG.errorf("%s refuses event %s, which stays: %s", event.topic(), event.id(), e.getCause());
            return Fate.REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fate.AWAY;
        }
    }

    /** Records without a place of their own all come in the first. */
    private static List<List<OutboxRecord>> waves(List<OutboxRecord> batch) {
        List<List<OutboxRecord>> waves = new ArrayList<>();
        Map<String, Integer> depth = new LinkedHashMap<>();
        batch.stream().sorted(Comparator.comparingLong(OutboxRecord::seq)).forEach(event -> {
            int wave = event.seq() == 0 ? 0 : depth.merge(event.lane(), 1, Integer::sum) - 1;
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        });
        return waves;
    }
}
