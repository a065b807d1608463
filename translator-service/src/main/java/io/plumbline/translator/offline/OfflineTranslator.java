package io.plumbline.translator.offline;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.Question;
import io.plumbline.translator.Translation;
import io.plumbline.translator.Translation.CannotAnswer;
import io.plumbline.translator.Translation.Translated;
import io.plumbline.translator.Translator;
import io.plumbline.translator.Values;
import io.plumbline.translator.offline.link.Linker;
import io.plumbline.translator.offline.read.Draft;
import io.plumbline.translator.offline.read.QuestionReader;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.text.Tokenizer;
import io.plumbline.translator.offline.write.Sentence;
import io.plumbline.translator.offline.write.SpecWriter;
import java.util.List;

/**
 * Translates by rules and the words of the catalog: without a key, a network or chance. Stages: tokens, items, draft,
 * spec. The same question, day, catalog and values always give the same spec.
 */
public final class OfflineTranslator implements Translator {
    private final VocabularyCache vocabularies = new VocabularyCache();

    @Override
    public String name() {
        return "offline";
    }

    @Override
    public Translation translate(Question question, Catalog catalog, Values values) {
        var known = vocabularies.load(catalog, values);
        var tokens = Tokenizer.tokens(question.text());
        var items = new Linker(known.vocabulary()).link(tokens, question.today());
        var draft = QuestionReader.read(tokens, items, question.today(), values, known.metrics());
        return draft.refusal() == null
                ? translated(draft, question, known.metrics())
                : refused(draft.refusal(), tokens, draft, known.metrics());
    }

    private static Translation translated(Draft draft, Question question, Metrics metrics) {
        var spec = new SpecWriter(draft, question, metrics).write();
        return new Translated(spec, new Sentence(spec, metrics).text(draft.notes()), draft.confidence());
    }

    private static Translation refused(String reason, List<Token> tokens, Draft draft, Metrics metrics) {
        return new CannotAnswer(reason, NearestMetrics.find(tokens, draft, metrics));
    }
}
