package io.plumbline.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangePointTest {
    @Test
    void comparesIdsAsNumbersWhereTheyAreNumbersAndPutsThemBeforeWords() {
        assertThat(Stream.of("b", "10", "9", "a1", "010", "2")
                        .map(ChangePointTest::point)
                        .sorted()
                        .map(ChangePoint::historyId))
                .containsExactly("2", "9", "010", "10", "a1", "b");
    }

    @Test
    void timeComesFirstAndTheItemLast() {
        var early = new ChangePoint(Instant.EPOCH, "9", 5);
        assertThat(early).isLessThan(new ChangePoint(Instant.EPOCH.plusNanos(1000), "1", 0));
        assertThat(early).isGreaterThan(new ChangePoint(Instant.EPOCH, "9", 4));
    }

    private static ChangePoint point(String id) {
        return new ChangePoint(Instant.EPOCH, id, 0);
    }
}
