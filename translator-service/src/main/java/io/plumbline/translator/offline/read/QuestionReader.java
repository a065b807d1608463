package io.plumbline.translator.offline.read;

import io.plumbline.translator.Values;
import io.plumbline.translator.offline.Metrics;
import io.plumbline.translator.offline.link.Item;
import io.plumbline.translator.offline.text.Token;
import java.time.LocalDate;
import java.util.List;

/** Runs the rules over a question, in their order. */
public final class QuestionReader {
    private static final List<Rule> RULES = List.of(
            new LimitRule(),
            new TimeRule(),
            new FilterRule(),
            new SprintNumberRule(),
            new GroupingRule(),
            new RankingRule(),
            new SeriesRule(),
            new MetricRule(),
            new LeftoverRule(),
            new LegalityRule());

    private QuestionReader() {}

    public static Draft read(List<Token> tokens, List<Item> items, LocalDate today, Values values, Metrics metrics) {
        var scan = new Scan(tokens, items, today, values, metrics);
        var draft = new Draft();
        RULES.forEach(rule -> rule.apply(scan, draft));
        return draft;
    }
}
