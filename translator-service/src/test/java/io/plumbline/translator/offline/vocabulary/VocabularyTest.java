package io.plumbline.translator.offline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation;
import io.plumbline.translator.Values;
import io.plumbline.translator.offline.OfflineTranslator;
import io.plumbline.translator.offline.text.Tokenizer;
import io.plumbline.translator.questions.DemoWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final Vocabulary DEMO =
            new Vocabulary(new CatalogVocabulary(DemoWords.CATALOG), new ValueVocabulary(DemoWords.VALUES));

    private static List<Meaning> meanings(Vocabulary vocabulary, String text) {
        var tokens = Tokenizer.tokens(text);
        var phrase = vocabulary.longest(tokens, 0);
        assertThat(phrase.length()).as(text).isEqualTo(tokens.size());
        return phrase.meanings();
    }

    @Test
    void everyMeaningOfTheFileExistsInTheCatalog() {
        assertThat(VocabularyFile.read())
                .filteredOn(entry -> !entry.kind().equals(FileMeanings.PLAIN))
                .allSatisfy(entry -> assertThat(FileMeanings.of(entry, DemoWords.CATALOG))
                        .as(entry.kind() + " " + entry.name())
                        .isPresent());
    }

    @Test
    void passesOverWhatTheCatalogLacks() {
        var empty = new Catalog("none", List.of(), List.of(), List.of());
        var vocabulary = new Vocabulary(new CatalogVocabulary(empty), new ValueVocabulary(new Values(Map.of())));
        assertThat(vocabulary.longest(Tokenizer.tokens("velocity"), 0).length()).isZero();
    }

    static Stream<String> listedMetrics() {
        return DemoWords.CATALOG.metrics().stream()
                .filter(m -> m.listed())
                .map(m -> m.name())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("listedMetrics")
    void understandsEachMetricByItsNameAndDisplayName(String name) {
        var metric = DemoWords.CATALOG.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
        for (var text : List.of(name, metric.displayName(), metric.displayName() + " by project")) {
            var translation = new OfflineTranslator()
                    .translate(new Question(text, NOW, null), DemoWords.CATALOG, DemoWords.VALUES);
            assertThat(translation)
                    .as(text)
                    .isInstanceOfSatisfying(
                            Translation.Translated.class,
                            given -> assertThat(given.spec().measures())
                                    .as(text)
                                    .extracting(m -> m.bareName())
                                    .containsExactly(name));
        }
    }

    @Test
    void knowsPeopleByTheirUniqueNames() {
        var values = new Values(Map.of("assignee", List.of("Ana Novak", "Ana Silva", "Ben Ortiz")));
        var vocabulary = new Vocabulary(new CatalogVocabulary(DemoWords.CATALOG), new ValueVocabulary(values));
        assertThat(meanings(vocabulary, "Novak")).containsExactly(new Meaning.Value("assignee", "Ana Novak", false));
        assertThat(meanings(vocabulary, "ben")).containsExactly(new Meaning.Value("assignee", "Ben Ortiz", false));
        assertThat(vocabulary.longest(Tokenizer.tokens("Ana"), 0).length()).isZero();
    }

    @Test
    void anEverydayWordIsAValueOnlyInCapitals() {
        var values = new Values(Map.of("project_key", List.of("ALL")));
        var vocabulary = new Vocabulary(new CatalogVocabulary(DemoWords.CATALOG), new ValueVocabulary(values));
        assertThat(meanings(vocabulary, "ALL")).contains(new Meaning.Value("project_key", "ALL", false));
        assertThat(meanings(vocabulary, "all")).doesNotContain(new Meaning.Value("project_key", "ALL", false));
    }

    @Test
    void theLongestPhraseWins() {
        assertThat(meanings(DEMO, "unassigned work in progress"))
                .containsExactly(new Meaning.Metric("wip_no_assignee"));
        assertThat(meanings(DEMO, "bugs found in production")).containsExactly(new Meaning.Metric("escaped_defects"));
    }

    @Test
    void leavesASynonymToItsPartsWhereTheLanguageReadsThem() {
        assertThat(DEMO.longest(Tokenizer.tokens("planned vs completed points"), 0)
                        .length())
                .isEqualTo(1);
        assertThat(DEMO.longest(Tokenizer.tokens("bugs reported"), 0).length()).isEqualTo(1);
    }
}
