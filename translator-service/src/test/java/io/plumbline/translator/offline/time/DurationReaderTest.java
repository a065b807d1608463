package io.plumbline.translator.offline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.translator.offline.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationReaderTest {
    @ParameterizedTest
    @CsvSource({
        "for more than 10 days, 10",
        "over two weeks, 14",
        "longer than a month, 30",
        "at least 1 day, 1",
        "> 5 days, 5"
    })
    void readsLengthsInDays(String text, int days) {
        var reader = new DurationReader(Tokenizer.tokens(text));
        assertThat(reader.daysAt(0))
                .hasValueSatisfying(count -> assertThat(count.value()).isEqualTo(days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 issues", "2 weeks ago", "a day", "for 3 years", "days"})
    void findsNoLengthInOtherWords(String text) {
        assertThat(new DurationReader(Tokenizer.tokens(text)).daysAt(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "in the last 3 sprints, 3",
        "the last sprint, 1",
        "previous two sprints, 2",
        "of the most recent 4 closed sprints, 4"
    })
    void readsTheLastSprints(String text, int sprints) {
        var reader = new DurationReader(Tokenizer.tokens(text));
        assertThat(reader.lastSprintsAt(0))
                .hasValueSatisfying(count -> assertThat(count.value()).isEqualTo(sprints));
    }

    @ParameterizedTest
    @ValueSource(strings = {"last sprints", "the sprint", "last month"})
    void findsNoCountOfSprintsInOtherWords(String text) {
        assertThat(new DurationReader(Tokenizer.tokens(text)).lastSprintsAt(0)).isEmpty();
    }
}
