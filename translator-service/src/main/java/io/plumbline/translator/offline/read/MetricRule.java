package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.ArrayList;
import java.util.List;

/** Settles which metrics are asked for: those named, refined by the words around them, or the one that is implied. */
final class MetricRule implements Rule {

    @Override
    public void apply(Scan scan, Draft draft) {
        var named = named(scan, draft);
        new MetricRefinement(scan, draft, named).refine();
        var known = named.stream()
                .filter(mention -> scan.metrics().has(mention.metric()))
                .toList();
        if (known.isEmpty()) {
            draft.refuse("No metric of the catalog answers this question.");
            return;
        }
        new RollupReading(scan, draft).measures(known).forEach(draft::addMeasure);
    }

    private static List<Mention> named(Scan scan, Draft draft) {
        var mentions = new ArrayList<Mention>();
        for (int i : scan.open()) {
            boolean verb = scan.is(i, Keyword.OPEN) || (scan.is(i, Keyword.REPORT) && i > 0 && scan.holds(Keyword.DID));
            var metrics = scan.item(i).meanings().stream()
                    .filter(Meaning.Metric.class::isInstance)
                    .map(Meaning.Metric.class::cast)
                    .toList();
            if (metrics.size() > 1) {
                draft.refuse("\"" + scan.item(i).text() + "\" can mean several metrics. Name one of them.");
            }
            if (!metrics.isEmpty()) {
                mentions.add(new Mention(metrics.getFirst().name(), i));
                scan.take(i);
            } else if (verb) {
                mentions.add(new Mention("created", i));
                scan.take(i);
            }
        }
        return mentions;
    }
}
