package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalResultsTest {
    @Test
    void sortMembersAndWriteNoSpaces() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("velocity", 8.0);
        row.put("metric_time", LocalDate.of(2026, 1, 1));
        row.put("created", 3L);
        row.put("assignee", null);
        row.put("label", "čaj");
        assertThat(text(row))
                .isEqualTo("[{\"assignee\":null,\"created\":3,\"label\":\"čaj\",\"metric_time\":\"2026-01-01\","
                        + "\"velocity\":8}]");
    }

    @Test
    void doNotDependOnTheOrderInWhichADatabaseAdds() {
        assertThat(text(Map.of("hours", 0.1 + 0.2))).isEqualTo(text(Map.of("hours", 0.3)));
        assertThat(text(Map.of("hours", 0.3))).isEqualTo("[{\"hours\":0.3}]");
    }

    @Test
    void tellNumbersApartThatPeopleTellApart() {
        assertThat(text(Map.of("hours", 123_456_789.25))).isEqualTo("[{\"hours\":123456789.25}]");
        assertThat(text(Map.of("hours", 1e15))).isEqualTo("[{\"hours\":1000000000000000}]");
    }

    @Test
    void reachIntoTheContributionsOfAScore() {
        assertThat(text(Map.of("score__parts", Map.of("spillover", 0.1 + 0.2))))
                .isEqualTo("[{\"score__parts\":{\"spillover\":0.3}}]");
    }

    @Test
    void haveAWordForWhatIsNoNumber() {
        assertThat(text(Map.of("hours", Double.NaN))).isEqualTo("[{\"hours\":\"NaN\"}]");
    }

    private static String text(Map<String, Object> row) {
        return new String(CanonicalResults.write(List.of(row)), StandardCharsets.UTF_8);
    }
}
