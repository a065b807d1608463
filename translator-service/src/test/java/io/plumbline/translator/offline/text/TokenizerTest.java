package io.plumbline.translator.offline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    private static List<String> folded(String text) {
        return Tokenizer.tokens(text).stream().map(Token::folded).toList();
    }

    @Test
    void dropsCaseAccentsAndPunctuation() {
        assertThat(folded("How MANY \"Bugs\" did Žofie close?!"))
                .containsExactly("how", "many", "bugs", "did", "zofie", "close");
    }

    @Test
    void keepsDatesAndIssueKeysWhole() {
        assertThat(folded("PAY-12 since 2026-03-01 or 2026-03"))
                .containsExactly("pay-12", "since", "2026-03-01", "or", "2026-03");
    }

    @Test
    void splitsHyphensSlashesAndUnderscores() {
        assertThat(folded("tech-debt say/do lead_time")).containsExactly("tech", "debt", "say", "do", "lead", "time");
    }

    @Test
    void takesThePossessiveAndOtherApostrophesAway() {
        assertThat(folded("Ana's bugs aren’t closed")).containsExactly("ana", "bugs", "arent", "closed");
    }

    @Test
    void keepsWhatJoinsAndNegates() {
        assertThat(folded("PAY, WEB & MOB != OPS")).containsExactly("pay", ",", "web", "and", "mob", "not", "ops");
    }

    @Test
    void findsNothingInTextWithoutWords() {
        assertThat(folded(" ?! … ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "closed, closing",
        "closes, close",
        "bugs, bug",
        "velocities, velocity",
        "planned, planning",
        "stories, story",
        "issues, issue",
        "statuses, status"
    })
    void givesTheFormsOfAWordOneStem(String one, String other) {
        assertThat(Stemmer.stem(one)).isEqualTo(Stemmer.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"assigned, assignee", "created, creator", "sprint, spring", "board, bored"})
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(Stemmer.stem(one)).isNotEqualTo(Stemmer.stem(other));
    }
}
