package io.plumbline.translator.offline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(List.of("velocity", "project", "time", "commitment", "sprint"));

    @ParameterizedTest
    @CsvSource({
        "velocty, velocity",
        "velociity, velocity",
        "projetc, project",
        "tiem, time",
        "committmemt, commitment",
        "sprnt, sprint"
    })
    void readsASlipAsTheWordThatWasMeant(String written, String meant) {
        assertThat(spelling.correct(written)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tame", "xelocity", "weather", "pay", "vel0city", "salary"})
    void leavesOtherWordsAlone(String word) {
        assertThat(spelling.correct(word)).isEmpty();
    }

    @Test
    void choosesNothingBetweenEquallyNearWords() {
        assertThat(new Spelling(List.of("hosted", "hosten")).correct("hostex")).isEmpty();
    }

    @Test
    void countsASwapAsOneError() {
        assertThat(EditDistance.between("project", "projetc")).isEqualTo(1);
        assertThat(EditDistance.between("", "abc")).isEqualTo(3);
        assertThat(EditDistance.between("same", "same")).isZero();
    }
}
