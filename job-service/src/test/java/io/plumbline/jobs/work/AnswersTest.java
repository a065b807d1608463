package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void tellsWhatPassesFromWhatLasts() {
        for (int status : new int[] {401, 429, 503}) {
            assertThat(Answers.of(status, problem(), Duration.ZERO).isWorthAnother())
                    .as("%d", status)
                    .isTrue();
        }
        for (int status : new int[] {400, 403, 404, 413, 422, 500, 504}) {
            assertThat(Answers.of(status, problem(), Duration.ZERO).isWorthAnother())
                    .as("%d", status)
                    .isFalse();
        }
    }

    @Test
    void takesAnAnswerOfAProxyForAFailureOnTheWay() {
        AttemptException failure = Answers.of(500, null, Duration.ofSeconds(3));
        assertThat(failure.isWorthAnother()).isTrue();
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(failure).hasMessageContaining("500");
    }

    private static JsonNode problem() {
        return Json.mapper().valueToTree(Map.of("code", "x", "detail", "y"));
    }
}
