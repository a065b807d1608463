package io.plumbline.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private final Flights<String, String> flights = new Flights<>();
    private final List<UniEmitter<? super String>> works = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Test
    void doesTheWorkOnceForAllWhoAskMeanwhile() {
        var first = ride("a");
        var second = ride("a");
        assertThat(works).hasSize(1);
        works.getFirst().complete("done");
        assertThat(first.awaitItem().getItem()).isEqualTo(new Flights.Landed<>("done", true));
        assertThat(second.awaitItem().getItem()).isEqualTo(new Flights.Landed<>("done", false));
        assertThat(flights.running()).isZero();
    }

    @Test
    void doesItAgainForThoseWhoComeLater() {
        ride("a");
        works.getFirst().complete("done");
        ride("a");
        assertThat(works).hasSize(2);
    }

    @Test
    void doesNotMixKeys() {
        ride("a");
        ride("b");
        assertThat(works).hasSize(2);
    }

    @Test
    void failsForAllAsTheWorkFails() {
        var first = ride("a");
        var second = ride("a");
        works.getFirst().fail(new IllegalStateException("no"));
        first.awaitFailure().assertFailedWith(IllegalStateException.class, "no");
        second.awaitFailure().assertFailedWith(IllegalStateException.class, "no");
    }

    @Test
    void goesOnForThoseWhoStay() {
        var first = ride("a");
        var second = ride("a");
        first.cancel();
        assertThat(cancelled).isFalse();
        works.getFirst().complete("done");
        second.awaitItem();
    }

    @Test
    void isCancelledWhenTheLastOneLeaves() {
        var first = ride("a");
        var second = ride("a");
        first.cancel();
        second.cancel();
        assertThat(cancelled).isTrue();
        ride("a");
        assertThat(works).as("a new one begins anew").hasSize(2);
    }

    @Test
    void givesWorkThatIsDoneAtOnce() {
        var landed = flights.join("a", () -> Uni.createFrom().item("done"));
        assertThat(landed.await().indefinitely().result()).isEqualTo("done");
        assertThatThrownBy(() -> flights.join("a", () -> {
                            throw new IllegalStateException("no");
                        })
                        .await()
                        .indefinitely())
                .hasMessage("no");
        assertThat(flights.running()).isZero();
    }

    private UniAssertSubscriber<Flights.Landed<String>> ride(String key) {
        return flights.join(key, this::work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<String> work() {
        return Uni.createFrom().<String>emitter(works::add).onCancellation().invoke(() -> cancelled.set(true));
    }
}
