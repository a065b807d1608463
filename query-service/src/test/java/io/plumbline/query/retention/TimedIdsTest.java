package io.plumbline.query.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimedIdsTest {
    private static final Instant TIME = Instant.parse("2026-07-01T12:00:00.123Z");

    @Test
    void beginWithTheirTime() {
        UUID id = TimedIds.at(TIME);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(TimedIds.time(id)).isEqualTo(TIME);
        assertThat(TimedIds.at(TIME.plusMillis(1)).toString()).isGreaterThan(id.toString());
    }

    @Test
    void areNeverTheSame() {
        assertThat(Stream.generate(() -> TimedIds.at(TIME)).limit(1_000).distinct())
                .hasSize(1_000);
    }

    @Test
    void areReadAsTheyAreWritten() {
        UUID id = TimedIds.at(TIME);
        assertThat(TimedIds.read(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "00000000-0000-4000-8000-000000000000",
                "0197C5A0-0000-7000-8000-000000000000",
                "0197c5a0-0000-7000-8000-000000000000 "
            })
    void readNothingElse(String text) {
        assertThat(TimedIds.read(text)).isEmpty();
    }
}
