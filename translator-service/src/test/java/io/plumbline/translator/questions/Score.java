package io.plumbline.translator.questions;

import io.plumbline.spec.canonical.CanonicalSpec;
import io.plumbline.translator.Translation;
import io.plumbline.translator.Translator;
import java.util.ArrayList;
import java.util.List;

/**
 * How many questions were translated to the very spec that was written by hand.
 *
 * @param misses what was asked, expected and given, for each miss
 */
record Score(int asked, int right, List<String> misses) {

    static Score of(Translator translator, List<QuestionCase> cases) {
        var misses = new ArrayList<String>();
        for (var question : cases) {
            var translation = translator.translate(question.question(), DemoWords.CATALOG, DemoWords.VALUES);
            if (!isRight(question, translation)) {
                misses.add(miss(question, translation));
            }
        }
        return new Score(cases.size(), cases.size() - misses.size(), misses);
    }

    double percent() {
        return 100.0 * right / asked;
    }

    private static boolean isRight(QuestionCase question, Translation translation) {
        return switch (translation) {
            case Translation.Translated given ->
                question.spec() != null && CanonicalSpec.json(given.spec()).equals(CanonicalSpec.json(question.spec()));
            case Translation.CannotAnswer refused -> question.spec() == null;
        };
    }

    private static String miss(QuestionCase question, Translation translation) {
        var expected = question.spec() == null ? "a refusal" : CanonicalSpec.json(question.spec());
        var given = switch (translation) {
            case Translation.Translated t -> CanonicalSpec.json(t.spec()) + " " + t.interpretation();
            case Translation.CannotAnswer refused -> "refused: " + refused.reason();
        };
        return "%s %s%n   expected %s%n   given    %s"
                .formatted(question.id(), question.question().text(), expected, given);
    }
}
