package io.plumbline.translator.offline.read;

import io.plumbline.spec.Dimension;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.Optional;

/** Finds what is ranked or asked for: "who", "which sprint", "top 5 assignees", "projects with the most". */
final class RankingTarget {
    private static final int SEVERAL = 5;

    private final Scan scan;
    private final boolean ordered;

    RankingTarget(Scan scan, boolean ordered) {
        this.scan = scan;
        this.ordered = ordered;
    }

    /**
     * What is ranked.
     *
     * @param from first place of the words that name it
     * @param to last place, where the dimension stands
     * @param field the dimension
     * @param limit how many were asked for
     */
    record Found(int from, int to, String field, int limit) {}

    Optional<Found> find() {
        for (int i : scan.open()) {
            var found = who(i).or(() -> led(i)).or(() -> owner(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> who(int i) {
        if (!scan.is(i, Keyword.WHO)) {
            return Optional.empty();
        }
        boolean creates = scan.find(i + 1, Meaning.Metric.class)
                .filter(m -> m.name().equals("created"))
                .isPresent();
        return Optional.of(new Found(i, i, creates || scan.is(i + 1, Keyword.REPORT) ? "reporter" : "assignee", 1));
    }

    /** "which 3 projects", "top 5 assignees", "the worst sprint", "most problematic sprints". */
    private Optional<Found> led(int i) {
        boolean which = scan.is(i, Keyword.WHICH);
        boolean leads = which || scan.is(i, Keyword.RANK) || RankingRule.isOrder(scan, i) || countsOrder(i);
        if (!leads) {
            return Optional.empty();
        }
        int at = i;
        Integer count = null;
        boolean superlative = false;
        while (scan.free(at)
                && (scan.isAny(at, Keyword.WHICH, Keyword.RANK) || RankingRule.isOrder(scan, at) || isNumber(at))) {
            count = isNumber(at)
                    ? scan.find(at, Meaning.Amount.class)
                            .map(Meaning.Amount::value)
                            .orElse(null)
                    : count;
            superlative |= RankingRule.isOrder(scan, at);
            at++;
        }
        boolean overMetric =
                superlative && scan.means(at, Meaning.Metric.class) && scan.means(at + 1, Meaning.Grouping.class);
        int last = overMetric ? at + 1 : at;
        boolean issueToo = which || (superlative && !scan.is(at - 1, Keyword.MOST) && !scan.is(at - 1, Keyword.LEAST));
        var counted = count;
        return target(i, last, issueToo, count).or(() -> which ? kindOfIssue(i, last, counted) : Optional.empty());
    }

    private boolean countsOrder(int i) {
        return isNumber(i) && scan.free(i + 1) && RankingRule.isOrder(scan, i + 1);
    }

    private boolean isNumber(int i) {
        return scan.means(i, Meaning.Amount.class);
    }

    /** "Which bugs", "which epics": single issues of a kind, which also stays a filter. */
    private Optional<Found> kindOfIssue(int from, int at, Integer count) {
        boolean kind = scan.is(at, Keyword.BUG)
                || scan.find(at, Meaning.Value.class)
                        .filter(value -> value.field().equals("issue_type"))
                        .isPresent();
        return kind ? Optional.of(new Found(from, at - 1, "issue_key", limit(count, at))) : Optional.empty();
    }

    private Optional<Found> target(int from, int at, boolean issueToo, Integer count) {
        if (!scan.free(at)) {
            return Optional.empty();
        }
        var field = scan.find(at, Meaning.Grouping.class)
                .map(Meaning.Grouping::field)
                .or(() -> scan.find(at, Meaning.Unit.class).map(unit -> Dimension.METRIC_TIME))
                .or(() -> issueToo && scan.is(at, Keyword.ISSUE) ? Optional.of("issue_key") : Optional.empty());
        return field.map(f -> new Found(from, at, f, limit(count, at)));
    }

    private int limit(Integer count, int at) {
        if (count != null) {
            return Math.max(1, count);
        }
        return scan.item(at).plural() ? SEVERAL : 1;
    }

    /** "projects with the most bugs", "sprints had the lowest reliability". */
    private Optional<Found> owner(int i) {
        boolean withMost = scan.is(i + 1, Keyword.WITH) && RankingRule.isOrder(scan, i + 2);
        boolean owner = ordered && scan.means(i, Meaning.Grouping.class) && (withMost || scan.is(i + 1, Keyword.RANK));
        return owner ? target(i, i, false, null) : Optional.empty();
    }
}
