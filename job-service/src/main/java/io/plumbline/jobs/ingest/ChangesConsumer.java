package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.spec.tenant.RecordCallers;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes the topic {@code tracker.changes} in. A poll's records are acknowledged once each of them is claimed or a dead letter;
 * while the database is away they wait. Nothing that a record holds ends the channel.
 */
@ApplicationScoped
public class ChangesConsumer {
    private static final Logger LOG = Logger.getLogger(ChangesConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(15);

    private final RecordCallers callers;
    private final Inbox inbox;
    private final DeadLetters letters;
    private final Drainer drainer;
    private final IngestMeter meter;

    ChangesConsumer(RecordCallers callers, Inbox inbox, DeadLetters letters, Drainer drainer, IngestMeter meter) {
        this.callers = callers;
        this.inbox = inbox;
        this.letters = letters;
        this.drainer = drainer;
        this.meter = meter;
    }

    @Incoming("tracker-changes")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return Uni.createFrom()
                .item(() -> Changes.of(records, callers))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::keep);
    }

    private Uni<Void> keep(Changes changes) {
        return each(List.copyOf(changes.claims().entrySet()), this::claim)
                .chain(() -> each(changes.refused(), this::refuse))
                .chain(() -> each(changes.anonymous(), this::refuseAnonymous));
    }

    private Uni<Void> claim(Map.Entry<Tenant, List<Claim>> claims) {
        return persist(() -> inbox.claim(claims.getKey(), claims.getValue())).invoke(() -> {
            meter.count(Source.TOPIC, "claimed", claims.getValue().size());
            drainer.poke(claims.getKey());
        });
    }

    private Uni<Void> refuse(Changes.Refused refused) {
        meter.count(Source.TOPIC, "dead_letter", 1);
        return persist(() -> letters.record(refused.tenant(), refused.letter()).replaceWithVoid());
    }

    private Uni<Void> refuseAnonymous(DeadLetter letter) {
        meter.count(Source.TOPIC, "dead_letter", 1);
        return persist(() -> letters.recordAnonymous(letter));
    }

    /** Until it is kept: a record that was not must not be acknowledged, and the next ones need the same database. */
    private static Uni<Void> persist(Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure()
                .invoke(fault -> LOG.warnf("tracker.changes waits: %s", fault.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LAST_PAUSE)
                .indefinitely();
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
