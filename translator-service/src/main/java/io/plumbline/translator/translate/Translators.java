package io.plumbline.translator.translate;

import io.plumbline.translator.Translator;
import io.plumbline.translator.offline.OfflineTranslator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Chooses what answers: the offline translator, which needs no key. */
final class Translators {
    private Translators() {}

    @Produces
    @ApplicationScoped
    static Translator translator() {
        return new OfflineTranslator();
    }

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.systemUTC();
    }
}
