package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Limit;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.Set;

/** Refuses what no metric can answer: orders, forecasts, causes, shares. */
final class LimitRule implements Rule {
    private static final Set<String> PICTURES =
            Set.of("chart", "graph", "table", "plot", "report", "list", "overview", "summary", "diagram");
    private static final int NEAR = 4;

    @Override
    public void apply(Scan scan, Draft draft) {
        for (int i : scan.open(Meaning.Imperative.class)) {
            applyOrder(scan, draft, i);
        }
        for (int i : scan.open(Meaning.Beyond.class)) {
            var limit = scan.find(i, Meaning.Beyond.class).orElseThrow().limit();
            scan.take(i);
            if (limit == Limit.CAUSE && i == scan.size() - 1 && scan.is(i - 1, Keyword.AND)) {
                draft.note("why it is so can't be told from counts", Draft.LEFT_OUT);
            } else {
                draft.refuse(limit.reason());
            }
        }
    }

    private static void applyOrder(Scan scan, Draft draft, int i) {
        boolean first = i == 0 && scan.item(i).first() < NEAR;
        if (first && !asksForPicture(scan, i)) {
            draft.refuse(Limit.COMMAND.reason());
        }
        if (first || scan.item(i).meanings().size() == 1) {
            scan.take(i);
        }
    }

    private static boolean asksForPicture(Scan scan, int i) {
        int from = scan.item(i).first() + 1;
        return scan.tokens().subList(from, Math.min(scan.tokens().size(), from + NEAR)).stream()
                .anyMatch(token -> PICTURES.contains(token.folded()));
    }
}
