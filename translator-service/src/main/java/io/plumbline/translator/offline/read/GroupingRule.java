package io.plumbline.translator.offline.read;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;

/** Reads what to group by: "by project and month", "for each sprint", "weekly". */
final class GroupingRule implements Rule {

    @Override
    public void apply(Scan scan, Draft draft) {
        for (int i = 0; i < scan.size(); i++) {
            if (scan.free(i) && scan.isAny(i, Keyword.BY, Keyword.PER)) {
                applyFrom(scan, draft, i);
            }
        }
        for (int i : scan.open(Meaning.Unit.class)) {
            var unit = scan.find(i, Meaning.Unit.class).orElseThrow();
            if (unit.periodic()) {
                scan.take(i);
                draft.addSeries(unit.granularity());
            }
        }
    }

    private static void applyFrom(Scan scan, Draft draft, int lead) {
        int i = lead + 1;
        while (group(scan, draft, i, scan.is(lead, Keyword.PER))) {
            scan.take(lead);
            i++;
            int next = i;
            while (scan.isAny(next, Keyword.AND, Keyword.COMMA, Keyword.BY, Keyword.PER)) {
                next++;
            }
            if (next > i && (scan.means(next, Meaning.Grouping.class) || scan.means(next, Meaning.Unit.class))) {
                for (; i < next; i++) {
                    scan.take(i);
                }
            }
        }
        boolean glue = scan.means(i, Meaning.Metric.class) || scan.means(i, Meaning.Rollup.class);
        if (scan.is(lead, Keyword.BY) && glue) {
            scan.take(lead);
        }
    }

    private static boolean group(Scan scan, Draft draft, int i, boolean definite) {
        if (!scan.free(i)) {
            return false;
        }
        var grouping = scan.find(i, Meaning.Grouping.class);
        var unit = scan.find(i, Meaning.Unit.class);
        if (grouping.isPresent()) {
            draft.groupBy(grouping.get().field());
        } else if (unit.isPresent()) {
            addPeriod(draft, unit.get().granularity());
        } else if (definite && scan.is(i, Keyword.ISSUE)) {
            draft.groupBy("issue_key");
        } else {
            return false;
        }
        scan.take(i);
        return true;
    }

    private static void addPeriod(Draft draft, Granularity granularity) {
        if (draft.granularity() != null && draft.granularity() != granularity) {
            draft.refuse("The question asks for two kinds of periods. Ask for one, for example per month.");
        }
        draft.addSeries(granularity);
    }
}
