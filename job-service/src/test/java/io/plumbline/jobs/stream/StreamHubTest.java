package io.plumbline.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Streams without a network: what they send to whom, and when. */
class StreamHubTest {
    private static final Tenant ACME = new Tenant("acme");
    private static final UUID JOB = UUID.randomUUID();

    private final StreamHub hub = new StreamHub((_, _) -> Uni.createFrom().nothing(), new Settings());
    private final AtomicInteger cuts = new AtomicInteger();

    @Test
    void sendsEverybodyToAnotherInstanceBeforeItEnds() {
        Client ready = new Client(1);
        Client slow = new Client(0);
        open().subscribe(ready);
        open().subscribe(slow);
        hub.leaving(new ShutdownDelayInitiatedEvent());
        assertThat(ready.names()).containsExactly("reconnect");
        assertThat(ready.completed).isTrue();
        assertThat(slow.names()).isEmpty();
        slow.subscription.request(1);
        assertThat(slow.names()).containsExactly("reconnect");
        assertThat(hub.open()).isZero();

        Client late = new Client(1);
        open().subscribe(late);
        assertThat(late.names()).containsExactly("reconnect");
        assertThat(late.completed).isTrue();
        assertThat(hub.open()).isZero();
    }

    @Test
    void boundsTheStreamsOfATenantAndOfTheInstance() {
        hub.open(visit(ACME, Instant.MAX), cuts::incrementAndGet);
        JobStream second = hub.open(visit(ACME, Instant.MAX), cuts::incrementAndGet);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(StreamProblem.TOO_MANY_STREAMS));
        hub.open(visit(new Tenant("other"), Instant.MAX), cuts::incrementAndGet);
        assertThatThrownBy(() -> hub.open(visit(new Tenant("third"), Instant.MAX), cuts::incrementAndGet))
                .isInstanceOf(ProblemException.class);
        assertThat(hub.open()).isEqualTo(3);
        second.cancel();
        second.cancel();
        assertThat(hub.open()).isEqualTo(2);
        assertThat(open()).isNotNull();
    }

    @Test
    void aClientThatTakesNothingIsNotReadForAndIsCutInTheEnd() {
        JobStream stream = open();
        Client client = new Client(2);
        stream.subscribe(client);
        Position start = stream.wanted();
        assertThat(start.after()).isZero();
        stream.read(start, news(5, 3, false));
        assertThat(client.ids()).containsExactly(1L, 2L);
        assertThat(stream.wanted()).isNull();
        client.subscription.request(2);
        assertThat(client.ids()).containsExactly(1L, 2L, 3L);
        assertThat(stream.wanted().after()).isEqualTo(3);
        stream.read(stream.wanted(), news(5, 2, false));
        assertThat(stream.wanted()).isNull();
        stream.tick(new Settings(Duration.ZERO));
        assertThat(cuts).hasValue(1);
        assertThat(hub.open()).isZero();
    }

    @Test
    void ignoresWhatWasReadForAnEarlierPosition() {
        JobStream stream = open();
        Client client = new Client(10);
        stream.subscribe(client);
        Position start = stream.wanted();
        stream.read(start, news(2, 2, false));
        stream.read(start, news(2, 2, false));
        assertThat(client.ids()).containsExactly(1L, 2L);
    }

    @Test
    void endsOnceEverythingIsToldAndNotBefore() {
        JobStream stream = open();
        Client client = new Client(10);
        stream.subscribe(client);
        stream.read(stream.wanted(), news(4, 2, true));
        assertThat(client.names()).containsExactly("progress", "progress");
        stream.read(stream.wanted(), news(4, 2, true));
        assertThat(client.ids()).containsExactly(1L, 2L, 3L, 4L, null);
        assertThat(client.names()).last().isEqualTo("end");
        assertThat(client.completed).isTrue();
        assertThat(hub.open()).isZero();
    }

    @Test
    void endsWhenTheJobIsNotThereAnyMore() {
        JobStream stream = open();
        Client client = new Client(1);
        stream.subscribe(client);
        stream.read(stream.wanted(), null);
        assertThat(client.names()).containsExactly("end");
    }

    @Test
    void repeatsWhatItKnowsAndElseOnlyThatItLives() {
        JobStream stream = open();
        Client client = new Client(10);
        stream.subscribe(client);
        stream.tick(new Settings(Duration.ofHours(1)));
        stream.read(stream.wanted(), news(0, 0, false));
        stream.tick(new Settings(Duration.ofHours(1)));
        assertThat(client.names()).containsExactly(null, "progress");
        assertThat(client.ids()).containsOnlyNulls();
    }

    @Test
    void asksForANewTokenOnce() {
        JobStream stream = hub.open(visit(ACME, Instant.now()), cuts::incrementAndGet);
        Client client = new Client(10);
        stream.subscribe(client);
        stream.tick(new Settings());
        stream.tick(new Settings());
        assertThat(client.names()).containsExactly("reauth");
        assertThat(client.completed).isTrue();
    }

    private JobStream open() {
        return hub.open(visit(ACME, Instant.MAX), cuts::incrementAndGet);
    }

    private static Visit visit(Tenant tenant, Instant until) {
        return new Visit(tenant, JOB, 0, until);
    }

    private long told;

    private News news(long lastSeq, int count, boolean over) {
        List<LogEvent> events = LongStream.rangeClosed(told + 1, told + count)
                .mapToObj(seq -> new LogEvent(seq, "progress", "{}"))
                .toList();
        told += count;
        return new News(over, lastSeq, "{}", events);
    }

    /** @param stall what a client may take nothing for; silence is never suffered */
    private record Settings(Duration stall) implements StreamSettings {
        Settings() {
            this(Duration.ofSeconds(30));
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration silence() {
            return Duration.ZERO;
        }

        @Override
        public int most() {
            return 3;
        }

        @Override
        public int mostOfTenant() {
            return 2;
        }

        @Override
        public Duration ticketLife() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }
    }

    private static final class Client implements Flow.Subscriber<StreamEvent> {
        private final List<StreamEvent> received = new ArrayList<>();
        private final long first;
        private Flow.Subscription subscription;
        private boolean completed;

        Client(long first) {
            this.first = first;
        }

        List<Long> ids() {
            return received.stream().map(StreamEvent::id).toList();
        }

        List<String> names() {
            return received.stream().map(StreamEvent::name).toList();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (first > 0) {
                given.request(first);
            }
        }

        @Override
        public void onNext(StreamEvent event) {
            received.add(event);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
