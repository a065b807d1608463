package io.plumbline.translator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation;
import io.plumbline.translator.Translation.CannotAnswer;
import io.plumbline.translator.Translation.Translated;
import io.plumbline.translator.questions.DemoWords;
import java.time.Instant;

/** Asks the offline translator about the demo data on 15 July 2026. */
public final class Asking {
    public static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final OfflineTranslator TRANSLATOR = new OfflineTranslator();

    private Asking() {}

    public static Translation ask(String question) {
        return TRANSLATOR.translate(new Question(question, NOW, null), DemoWords.CATALOG, DemoWords.VALUES);
    }

    public static Translated translated(String question) {
        var translation = ask(question);
        assertThat(translation).as(question).isInstanceOf(Translated.class);
        return (Translated) translation;
    }

    public static AnalyticsSpec spec(String question) {
        return translated(question).spec();
    }

    public static CannotAnswer refused(String question) {
        var translation = ask(question);
        assertThat(translation).as(question).isInstanceOf(CannotAnswer.class);
        return (CannotAnswer) translation;
    }
}
