package io.plumbline.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void fieldThatNeverChangedHoldsTodaysValueSinceTheCreation() {
        assertThat(Timeline.of(CREATED, "a", List.of())).containsExactly(new Interval<>(CREATED, null, "a"));
    }

    @Test
    void firstIntervalHoldsTheFirstOldValueAndTheHistoryWinsOverThePresent() {
        assertThat(Timeline.of(CREATED, "present", List.of(change(LATER, "1", 0, "a", "b"))))
                .containsExactly(new Interval<>(CREATED, LATER, "a"), new Interval<>(LATER, null, "b"));
    }

    @Test
    void changeToTheSameValueIsNone() {
        assertThat(Timeline.of(CREATED, "b", List.of(change(LATER, "1", 0, "b", "b"))))
                .containsExactly(new Interval<>(CREATED, null, "b"));
    }

    @Test
    void bulkEditAtOneInstantIsOrderedByHistoryAsANumberThenByItem() {
        var changes = List.of(
                change(LATER, "10", 1, "c", "d"), change(LATER, "10", 0, "b", "c"), change(LATER, "9", 0, "a", "b"));

        assertThat(Timeline.of(CREATED, null, changes))
                .containsExactly(
                        new Interval<>(CREATED, LATER, "a"),
                        new Interval<>(LATER, LATER, "b"),
                        new Interval<>(LATER, LATER, "c"),
                        new Interval<>(LATER, null, "d"));
    }

    @Test
    void changeBeforeTheCreationCountsAtTheCreation() {
        assertThat(Timeline.of(LATER, null, List.of(change(CREATED, "1", 0, "a", "b"))))
                .containsExactly(new Interval<>(LATER, LATER, "a"), new Interval<>(LATER, null, "b"));
    }

    @Test
    void emptiedFieldHoldsNull() {
        assertThat(Timeline.of(CREATED, null, List.of(change(LATER, "1", 0, "a", null))))
                .containsExactly(new Interval<>(CREATED, LATER, "a"), new Interval<>(LATER, null, null));
    }

    private static Change<String> change(Instant at, String history, int item, String before, String after) {
        return new Change<>(new ChangePoint(at, history, item), before, after);
    }
}
