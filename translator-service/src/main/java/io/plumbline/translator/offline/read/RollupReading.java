package io.plumbline.translator.offline.read;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins the metrics named with the ways to roll up that stand beside them, and with their parameters. */
final class RollupReading {
    private static final String LEAD_TIME = "lead_time_";
    /** One number, each with an aggregation of its own. */
    private static final Set<String> LEAD_TIMES =
            Set.of("lead_time_p50", "lead_time_p85", "lead_time_p90", "lead_time_avg");

    private static final Set<Aggregation> COUNTING =
            Set.of(Aggregation.COUNT, Aggregation.COUNT_DISTINCT, Aggregation.SUM);

    private final Scan scan;
    private final Draft draft;

    RollupReading(Scan scan, Draft draft) {
        this.scan = scan;
        this.draft = draft;
    }

    List<Measure> measures(List<Mention> mentions) {
        var rollups = new LinkedHashMap<Mention, List<Aggregation>>();
        mentions.forEach(mention -> rollups.put(mention, new ArrayList<>()));
        for (int i : scan.open(Meaning.Rollup.class)) {
            scan.take(i);
            rollups.get(nearest(mentions, i))
                    .add(scan.find(i, Meaning.Rollup.class).orElseThrow().aggregation());
        }
        addExtreme(mentions, rollups);
        var measures = new ArrayList<Measure>();
        rollups.forEach((mention, aggregations) -> addMeasures(measures, mention.metric(), aggregations));
        return measures;
    }

    private static Mention nearest(List<Mention> mentions, int at) {
        return mentions.stream()
                .filter(mention -> mention.at() > at)
                .findFirst()
                .orElse(mentions.getLast());
    }

    // "The highest velocity" without anything to rank is a maximum.
    private void addExtreme(List<Mention> mentions, Map<Mention, List<Aggregation>> rollups) {
        for (int i : scan.open()) {
            if (draft.ranking() == null && RankingRule.isOrder(scan, i)) {
                boolean most = scan.isAny(i, Keyword.MOST, Keyword.LONGEST, Keyword.TOP)
                        || (scan.is(i, Keyword.BEST)
                                && Polarity.higherIsBetter(mentions.getFirst().metric()))
                        || (scan.is(i, Keyword.WORST)
                                && !Polarity.higherIsBetter(mentions.getFirst().metric()));
                rollups.get(nearest(mentions, i)).add(most ? Aggregation.MAX : Aggregation.MIN);
                scan.take(i);
            }
        }
    }

    private void addMeasures(List<Measure> measures, String metric, List<Aggregation> aggregations) {
        boolean ownPercentile = LEAD_TIMES.contains(metric) && !"lead_time_p50".equals(metric);
        if (aggregations.isEmpty() || ownPercentile) {
            measures.add(measure(metric, null, null));
        }
        aggregations.forEach(aggregation ->
                measures.add(LEAD_TIMES.contains(metric) ? leadTime(aggregation) : rolledUp(metric, aggregation)));
    }

    private Measure leadTime(Aggregation aggregation) {
        var suffix = aggregation == Aggregation.MEDIAN ? "p50" : aggregation.wireName();
        if (scan.metrics().has(LEAD_TIME + suffix)) {
            return measure(LEAD_TIME + suffix, null, null);
        }
        return aggregation == Aggregation.SUM
                ? rolledUp("lead_time_avg", aggregation)
                : measure("lead_time_avg", aggregation, LEAD_TIME + suffix);
    }

    private Measure rolledUp(String metric, Aggregation aggregation) {
        var own = scan.metrics().defaultAggregation(metric);
        boolean counted = COUNTING.contains(own) || scan.metrics().snapshot(metric);
        boolean isDefault = same(own, aggregation) || (aggregation == Aggregation.SUM && counted);
        if (isDefault) {
            return measure(metric, null, null);
        }
        if (scan.metrics().aggregations(metric).contains(aggregation)) {
            return measure(metric, aggregation, aggregation.wireName() + "_" + metric);
        }
        refuseOrNote(metric, aggregation);
        return measure(metric, null, null);
    }

    private void refuseOrNote(String metric, Aggregation aggregation) {
        var name = scan.metrics().load(metric).displayName();
        if (aggregation == Aggregation.AVG && draft.series()) {
            draft.note("the value of each period is shown, not the average over the periods", Draft.LEFT_OUT);
            return;
        }
        var allowed = scan.metrics().aggregations(metric).stream()
                .map(Aggregation::wireName)
                .collect(Collectors.joining(", "));
        draft.refuse("%s can't be rolled up by %s; it takes %s. Ask for the metric without it."
                .formatted(name, aggregation.wireName(), allowed));
    }

    private Measure measure(String metric, Aggregation aggregation, String as) {
        return new Measure(metric, aggregation, as, parameters(metric));
    }

    private Map<String, Object> parameters(String metric) {
        var parameter = scan.metrics().load(metric).parameters().stream()
                .filter(p -> p.name().equals("days"))
                .findFirst();
        var lengths = scan.open(Meaning.Days.class);
        if (parameter.isEmpty() || lengths.isEmpty()) {
            return Map.of();
        }
        int days =
                scan.find(lengths.getFirst(), Meaning.Days.class).orElseThrow().days();
        lengths.forEach(scan::take);
        if (days < parameter.get().minimum() || days > parameter.get().maximum()) {
            draft.refuse("%s takes %d to %d days."
                    .formatted(
                            scan.metrics().load(metric).displayName(),
                            parameter.get().minimum(),
                            parameter.get().maximum()));
        }
        return days == parameter.get().defaultValue() ? Map.of() : Map.of("days", days);
    }

    private static boolean same(Aggregation a, Aggregation b) {
        return a == b || (isMedian(a) && isMedian(b));
    }

    private static boolean isMedian(Aggregation aggregation) {
        return aggregation == Aggregation.MEDIAN || aggregation == Aggregation.P50;
    }
}
