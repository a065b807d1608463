package io.plumbline.translator.offline;

import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.translator.offline.read.Draft;
import io.plumbline.translator.offline.text.Token;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Metrics to offer where there is no answer: those that share words with the question, the main ones last. */
final class NearestMetrics {
    private static final List<String> MAIN = List.of("closed", "created", "velocity", "lead_time_p50");
    private static final int SHOWN = 3;

    private NearestMetrics() {}

    /**
     * The metrics to offer.
     *
     * @param draft as far as the question was understood
     */
    static List<String> find(List<Token> question, Draft draft, Metrics metrics) {
        var asked = question.stream().map(Token::stem).collect(Collectors.toSet());
        var near = new LinkedHashSet<String>();
        if (draft.refusedField() != null) {
            Stream.concat(MAIN.stream(), metrics.listed().stream().map(MetricDefinition::name))
                    .filter(name -> metrics.has(name) && metrics.takes(name, draft.refusedField()))
                    .limit(SHOWN)
                    .forEach(near::add);
        }
        draft.measures().forEach(measure -> near.add(measure.bareName()));
        metrics.listed().stream()
                .map(MetricDefinition::name)
                .filter(name -> metrics.sharedWords(name, asked) > 0)
                .sorted(Comparator.comparingInt((String name) -> -metrics.sharedWords(name, asked)))
                .limit(SHOWN)
                .forEach(near::add);
        MAIN.stream().filter(metrics::has).forEach(near::add);
        return near.stream().limit(SHOWN).toList();
    }
}
