package io.plumbline.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** However slowly a client takes, and however late or doubled the looks at the log are, it gets each event once, in order. */
class JobStreamPropertyTest {
    private static final int BATCH = 3;

    private final List<StreamEvent> received = new ArrayList<>();

    @Property(tries = 200)
    void tellsEachEventOnceInOrderAndThenTheEnd(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> steps,
            @ForAll @LongRange(max = 20) long already,
            @ForAll @LongRange(max = 20) long more) {
        received.clear();
        long from = Math.min(already, 5);
        JobStream stream = new JobStream(
                new Visit(new Tenant("acme"), UUID.randomUUID(), from, Instant.MAX),
                new JobStream.Listening(_ -> {}, _ -> {}),
                () -> {});
        long written = Math.max(from, already);
        Position stale = null;
        stream.subscribe(new Client());
        for (int step : steps) {
            switch (step) {
                case 0 -> stream.request(1);
                case 1 -> written++;
                case 2 -> stale = look(stream, written, false);
                case 3 -> {
                    if (stale != null) {
                        stream.read(stale, news(stale, written, false));
                    }
                }
                default -> stream.newsAhead();
            }
        }
        written += more;
        stream.request(1_000);
        while (received.isEmpty() || !"end".equals(received.getLast().name())) {
            look(stream, written, true);
        }
        assertThat(received.stream().map(StreamEvent::id).filter(Objects::nonNull))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(from + 1, written).boxed().toList());
        assertThat(received.stream().filter(event -> "end".equals(event.name())))
                .hasSize(1);
        assertThat(stream.wanted()).isNull();
    }

    private static Position look(JobStream stream, long written, boolean over) {
        Position position = stream.wanted();
        if (position != null) {
            stream.read(position, news(position, written, over));
        }
        return position;
    }

    private static News news(Position position, long written, boolean over) {
        List<LogEvent> events = LongStream.rangeClosed(position.after() + 1, written)
                .limit(BATCH)
                .mapToObj(seq -> new LogEvent(seq, "progress", "{}"))
                .toList();
        return new News(over, written, "{}", events);
    }

    private final class Client implements Flow.Subscriber<StreamEvent> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            // takes nothing yet
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
            assertThat(received.getLast().name()).isEqualTo("end");
        }
    }
}
