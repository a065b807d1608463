package io.plumbline.query.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'from': '2026-06-01', 'to': '2026-07-01' | Only what happened from 1 June 2026 to 30 June 2026 (both days"
                        + " included) counts.",
                "'from': '2026-06-01', 'to': '2026-06-02' | Only what happened on 1 June 2026 counts.",
                "'from': '2026-06-01'                     | Only what happened since 1 June 2026 counts, up to now.",
                "'to': '2026-07-01'                       | Only what happened up to and including 30 June 2026 counts.",
                "'timezone': 'UTC'                        | Everything counts from the beginning up to now."
            })
    void sayTheRange(String range, String words) {
        assertThat(Say.created("'time': {" + range + "}")).contains(words, "Days begin at midnight in UTC.");
    }

    @Test
    void sayTheZone() {
        assertThat(Say.created("'time': {'timezone': 'Europe/Prague'}"))
                .contains("Days begin at midnight in Europe/Prague.");
    }

    @Test
    void sayTheInstantThatIsAskedFor() {
        assertThat(Say.created("'time': {'as_of': '2026-06-01', 'timezone': 'Europe/Prague'}"))
                .contains(
                        "Everything counts from the beginning up to the instant asked for.",
                        "The answer is that of 1 June 2026 at 00:00:00 in Europe/Prague: nothing that happened later counts.");
    }

    @Test
    void sayWhatFillsGaps() {
        assertThat(Say.created("'time': {'granularity': 'month'}"))
                .contains(
                        "A month in which nothing happened has a row too: counts and sums are 0 in it, other numbers are"
                                + " empty.");
        assertThat(Say.created("'dimensions': ['project_key']"))
                .contains("Counts and sums of nothing are 0; other numbers of nothing are empty.");
    }

    @Test
    void sayWhatIsComparedWithWhat() {
        assertThat(Say.created("'time': {'from': '2026-06-01', 'to': '2026-07-01', 'compare': 'previous_period'}"))
                .contains(
                        "Each number is compared with the period before, from 1 May 2026 to 31 May 2026 (both days included):"
                                + " its column with __previous holds the value then, __delta the difference, __delta_pct the difference"
                                + " in percent of the value then.");
        assertThat(Say.created("'time': {'from': '2026-06-01', 'to': '2026-07-01', 'compare': 'previous_year'}"))
                .anyMatch(
                        sentence -> sentence.startsWith(
                                "Each number is compared with the year before, from 1 June 2025 to 30 June 2025 (both days included):"));
    }

    @Test
    void sayWithWhichSprintsASprintIsCompared() {
        assertThat(bySprint(""))
                .anyMatch(sentence ->
                        sentence.startsWith("Each number is compared with the sprint before it on the same board:"));
        assertThat(bySprint(", 'sprints': 3"))
                .anyMatch(sentence -> sentence.startsWith(
                        "Each number is compared with the average of the 3 sprints before it on the same board:"));
    }

    private static List<String> bySprint(String sprints) {
        return Say.created("'time': {'granularity': 'sprint', 'compare': 'previous_sprints'" + sprints + "}");
    }
}
