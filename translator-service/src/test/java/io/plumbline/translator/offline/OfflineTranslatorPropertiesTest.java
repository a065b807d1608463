package io.plumbline.translator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Json;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation;
import io.plumbline.translator.questions.DemoWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OfflineTranslatorPropertiesTest {
    private static final List<String> WORDS = List.of(
            ("velocity bugs closed created how many which who top 5 most worst by per each project sprint assignee PAY WEB Ana"
                            + " Ben not except without and or , vs compared with last this month week quarter year since March"
                            + " between June 2026-03-01 in of for the trend over time average median p90 total lead time cycle wip"
                            + " stuck more than 10 days blocked points planned completed label backend unassigned open high"
                            + " priority issues stories sub-tasks Q2 2025 H1 yesterday last 6 sprints next why percentage daily"
                            + " frobnicate 2026-13-45 99999 may week of before after until same ago day")
                    .split(" "));
    private final OfflineTranslator translator = new OfflineTranslator();

    @Provide
    Arbitrary<String> wordSalads() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(12).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(631_152_000L, 7_000_000_000L).map(Instant::ofEpochSecond);
    }

    @Property(tries = 200)
    void everySpecIsValidAndLegal(@ForAll("wordSalads") String text, @ForAll("instants") Instant now)
            throws JsonProcessingException {
        var question = new Question(text, now, ZoneId.of("Europe/Prague"));
        if (translate(question) instanceof Translation.Translated given) {
            var json = Json.mapper().writeValueAsString(given.spec());
            assertThat(SpecReader.interactive().read(json))
                    .as(text + " " + json)
                    .isInstanceOf(ReadResult.Valid.class);
            assertThat(given.confidence()).isBetween(0.0, 1.0);
            assertThat(given.interpretation()).endsWith(".").doesNotContain("null");
            assertLegal(given);
        }
    }

    private static void assertLegal(Translation.Translated given) {
        var metrics = new Metrics(DemoWords.CATALOG);
        for (var measure : given.spec().measures()) {
            assertThat(given.spec().dimensions()).allMatch(d -> metrics.takes(measure.bareName(), d.field()));
            assertThat(given.spec().filters().stream().flatMap(Filter::tests))
                    .allMatch(f -> metrics.takes(measure.bareName(), f.field()));
        }
    }

    @Property(tries = 200)
    void neverFailsOnAnyText(@ForAll String text) {
        assertThat(translate(new Question(text, Asking.NOW, null))).isNotNull();
    }

    @Property(tries = 100)
    void theSameQuestionHasTheSameAnswer(@ForAll("wordSalads") String text) {
        var question = new Question(text, Asking.NOW, null);
        assertThat(new OfflineTranslator().translate(question, DemoWords.CATALOG, DemoWords.VALUES))
                .isEqualTo(translate(question));
    }

    @Property(tries = 100)
    void spacesAndPunctuationDoNotMatter(@ForAll("wordSalads") String text) {
        assertThat(specOf("  " + text.replace(" ", "   ") + " ?")).isEqualTo(specOf(text));
    }

    private Object specOf(String text) {
        return translate(new Question(text, Asking.NOW, null)) instanceof Translation.Translated given
                ? given.spec()
                : "refused";
    }

    private Translation translate(Question question) {
        return translator.translate(question, DemoWords.CATALOG, DemoWords.VALUES);
    }
}
