package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.Set;

/** Turns values into filters, with lists, negation, and what is left empty ("without a label", "unassigned"). */
final class FilterRule implements Rule {
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("assignee", "reporter", "sprint_name", "board", "label", "component", "priority");

    @Override
    public void apply(Scan scan, Draft draft) {
        var values = new ValueReading(scan);
        for (int i = 0; i < scan.size(); i++) {
            if (scan.free(i)) {
                applyAt(scan, draft, values, i);
            }
        }
    }

    private static void applyAt(Scan scan, Draft draft, ValueReading values, int i) {
        if (scan.is(i, Keyword.UNASSIGNED)) {
            applyUnassigned(scan, draft, i);
        } else if (scan.is(i, Keyword.OPEN) && !isVerb(scan, i)) {
            draft.conditions().exclude("status_category", "done");
            scan.take(i);
        } else if (scan.is(i, Keyword.WITHOUT) && presence(scan, values, i)) {
            draft.conditions().requireNull(take(scan, i));
        } else if (scan.isAny(i, Keyword.NOT, Keyword.WITHOUT)) {
            new ValueRun(scan, draft, values, true).from(i + 1, i);
        } else if (scan.is(i, Keyword.WITH) && presence(scan, values, i) && !scan.holds(Keyword.WHICH)) {
            draft.conditions().requireValue(take(scan, i));
        } else if (values.isValue(i) || values.isListedBug(i)) {
            new ValueRun(scan, draft, values, false).from(i, i - 1);
        }
    }

    private static void applyUnassigned(Scan scan, Draft draft, int i) {
        scan.take(i);
        if (scan.is(i - 1, Keyword.NOT)) {
            scan.take(i - 1);
            draft.conditions().requireValue("assignee");
        } else {
            draft.conditions().requireNull("assignee");
        }
    }

    // "did Eva open": a deed, not a state.
    private static boolean isVerb(Scan scan, int i) {
        return scan.holds(Keyword.DID) && scan.means(i - 1, Meaning.Value.class);
    }

    private static boolean presence(Scan scan, ValueReading values, int i) {
        var field = scan.find(i + 1, Meaning.Grouping.class)
                .map(Meaning.Grouping::field)
                .orElse("");
        return MAY_BE_EMPTY.contains(field)
                && scan.free(i + 1)
                && values.candidate(i + 2, field).isEmpty()
                && !unknown(scan, i + 2);
    }

    private static boolean unknown(Scan scan, int i) {
        return scan.means(i, Meaning.Unknown.class) || scan.means(i, Meaning.Amount.class);
    }

    private static String take(Scan scan, int i) {
        scan.take(i);
        scan.take(i + 1);
        return scan.find(i + 1, Meaning.Grouping.class).orElseThrow().field();
    }
}
