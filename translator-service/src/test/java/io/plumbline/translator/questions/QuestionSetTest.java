package io.plumbline.translator.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.translator.offline.OfflineTranslator;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores the offline translator by the specs it gives; the acceptance tests score the same set by results. */
class QuestionSetTest {
    private static final Logger LOG = Logger.getLogger(QuestionSetTest.class);
    private static final double FLOOR = 90;
    private static final List<String> FILES =
            List.of("throughput", "time", "lead-time", "sprints", "quality", "capacity", "refusals");

    @Test
    void answersTheQuestionSetAboveTheFloor() {
        var cases = FILES.stream()
                .flatMap(name -> QuestionCase.ofFile(name).stream())
                .toList();
        var score = Score.of(new OfflineTranslator(), cases);
        score.misses().forEach(LOG::info);
        LOG.infof("Question set: %d of %d right (%.1f %%)", score.right(), score.asked(), score.percent());
        assertThat(score.asked()).isGreaterThanOrEqualTo(150);
        assertThat(score.percent()).isGreaterThanOrEqualTo(FLOOR);
    }

    // Its misses are not shown, so that nobody tunes the translator to it.
    @Test
    void answersQuestionsItWasNotMadeFor() {
        var score = Score.of(new OfflineTranslator(), QuestionCase.ofFile("held-out"));
        LOG.infof("Held-out questions: %d of %d right (%.1f %%)", score.right(), score.asked(), score.percent());
        assertThat(score.percent()).isGreaterThanOrEqualTo(FLOOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throughput", "time", "lead-time", "sprints", "quality", "capacity", "refusals"})
    void answersEachKindOfQuestion(String file) {
        var score = Score.of(new OfflineTranslator(), QuestionCase.ofFile(file));
        assertThat(score.percent()).as(() -> String.join("\n", score.misses())).isGreaterThanOrEqualTo(FLOOR);
    }
}
