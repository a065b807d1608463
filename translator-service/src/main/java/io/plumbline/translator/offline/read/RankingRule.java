package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.read.Draft.Ranking;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads who or what is asked for and in which order: "which project has the most", "top 5 assignees", "the 3 slowest".
 * A single one asked for is one row, several without a number are five.
 */
final class RankingRule implements Rule {
    private static final Map<Keyword, Order> ORDERS = new EnumMap<>(Map.of(
            Keyword.MOST, Order.DESCENDING,
            Keyword.LEAST, Order.ASCENDING,
            Keyword.BEST, Order.BEST,
            Keyword.WORST, Order.WORST,
            Keyword.LONGEST, Order.DESCENDING,
            Keyword.SHORTEST, Order.ASCENDING,
            Keyword.TOP, Order.DESCENDING,
            Keyword.BOTTOM, Order.ASCENDING));

    @Override
    public void apply(Scan scan, Draft draft) {
        var order = order(scan);
        boolean rank = scan.holds(Keyword.RANK);
        var target = new RankingTarget(scan, order.isPresent() || rank).find();
        if (target.isPresent()
                && !target.get().field().equals("issue_key")
                && !scan.open(Keyword.IMPROVE).isEmpty()) {
            draft.refuse(
                    "Groups can't be chosen by how much they changed. Ask for the metric by group, compared with the"
                            + " period before.");
        }
        target.ifPresent(t -> take(scan, draft, t));
        boolean grouped = target.isPresent() || !draft.orderedGroups().isEmpty() || draft.series();
        if (!grouped || (order.isEmpty() && !rank)) {
            return;
        }
        ORDERS.keySet().forEach(scan::takeAll);
        scan.takeAll(Keyword.RANK);
        boolean all = rank || target.isEmpty();
        draft.setRanking(new Ranking(
                target.map(RankingTarget.Found::field).orElse(null),
                order.orElse(Order.DESCENDING),
                all ? null : target.get().limit()));
    }

    static Optional<Order> order(Scan scan) {
        for (int i : scan.open()) {
            for (var entry : ORDERS.entrySet()) {
                if (scan.is(i, entry.getKey())) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static boolean isOrder(Scan scan, int i) {
        return ORDERS.keySet().stream().anyMatch(keyword -> scan.is(i, keyword));
    }

    private static void take(Scan scan, Draft draft, RankingTarget.Found target) {
        for (int i = target.from(); i <= target.to(); i++) {
            if (!scan.means(i, Meaning.Metric.class)) {
                scan.take(i);
            }
        }
        var unit = scan.find(target.to(), Meaning.Unit.class);
        if (unit.isPresent()) {
            draft.addSeries(unit.get().granularity());
        } else {
            draft.groupBy(target.field());
        }
    }
}
