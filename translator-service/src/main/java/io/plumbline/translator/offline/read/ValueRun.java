package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import io.plumbline.translator.offline.vocabulary.Meaning.Value;

/** Reads a list of values ("PAY, WEB and OPS") from its first to its last member. */
final class ValueRun {
    private final Scan scan;
    private final Draft draft;
    private final ValueReading values;
    private final boolean negated;
    private String field;
    private int members;

    ValueRun(Scan scan, Draft draft, ValueReading values, boolean negated) {
        this.scan = scan;
        this.draft = draft;
        this.values = values;
        this.negated = negated;
    }

    /**
     * Takes the list that begins at {@code start}.
     *
     * @param lead the word that led to it, taken with it
     */
    void from(int start, int lead) {
        int i = negated ? afterConnectors(start) : start;
        while (member(i)) {
            i++;
            int next = afterJoint(i);
            if (next > i && belongs(next)) {
                takeAll(i, next);
                i = next;
            }
        }
        if (members > 0) {
            refuseAlternative(i);
            takeLead(lead);
        }
    }

    // "By Ana or in PAY": filters on different dimensions must all hold.
    private void refuseAlternative(int i) {
        int next = afterConnectors(i + 1);
        if (scan.is(i, Keyword.OR) && scan.free(next) && values.isValue(next)) {
            draft.refuse("\"Or\" only works between values of one dimension. Ask for each of them apart.");
        }
    }

    private boolean member(int i) {
        if (!scan.free(i) || !mayBeMember(i)) {
            return false;
        }
        var name = values.nameOf(i);
        var value = values.value(i, field);
        if (value.isEmpty()) {
            return false;
        }
        add(value.get());
        scan.take(i);
        name.filter(at -> at < i || !values.isJoint(i + 1)).ifPresent(scan::take);
        return true;
    }

    // "Not in progress" speaks of a state even where "in progress" alone is a metric.
    private boolean mayBeMember(int i) {
        boolean left = negated && (scan.is(i, Keyword.BUG) || values.canBeValue(i));
        return left || values.isValue(i) || values.isListedBug(i) || follows(i);
    }

    private boolean follows(int i) {
        return field != null && values.candidate(i, field).isPresent();
    }

    private void add(Value value) {
        if (negated) {
            draft.conditions().exclude(value.field(), value.value());
        } else {
            draft.conditions().include(value.field(), value.value());
        }
        field = value.field();
        members++;
        if (members > 1 && !negated && scan.holds(Keyword.COMPARE)) {
            draft.groupBy(field);
        }
    }

    /** The place after "and", "or", a comma or "versus", and after a repeated "in" or dimension name. */
    private int afterJoint(int i) {
        int next = i;
        while (values.isJoint(next) || (!negated && scan.is(next, Keyword.VERSUS))) {
            next++;
        }
        return next > i ? afterConnectors(next) : i;
    }

    private int afterConnectors(int i) {
        int next = i;
        while (scan.isAny(next, Keyword.IN, Keyword.WITH, Keyword.BY, Keyword.ISSUE)
                || values.candidate(next + 1, fieldAt(next)).isPresent()) {
            next++;
        }
        return next;
    }

    private String fieldAt(int i) {
        return scan.find(i, Meaning.Grouping.class).map(Meaning.Grouping::field).orElse("");
    }

    private boolean belongs(int i) {
        return scan.free(i)
                && !namesOther(i)
                && (values.candidate(i, field).isPresent() || ("issue_type".equals(field) && scan.is(i, Keyword.BUG)));
    }

    private boolean namesOther(int i) {
        return values.nameOf(i)
                .filter(at -> values.candidate(i, fieldAt(at))
                        .filter(v -> v.field().equals(field))
                        .isEmpty())
                .isPresent();
    }

    private void takeAll(int from, int to) {
        for (int i = from; i < to; i++) {
            if (scan.is(i, Keyword.VERSUS)) {
                draft.groupBy(field);
            }
            scan.take(i);
        }
    }

    private void takeLead(int lead) {
        int at = lead;
        if (!negated
                && scan.free(at)
                && scan.is(at, Keyword.VERSUS)
                && draft.conditions().included(field).size() > 1) {
            draft.groupBy(field);
            scan.take(at);
        }
        while (scan.free(at) && scan.isAny(at, Keyword.IN, Keyword.WITH, Keyword.BY, Keyword.NOT, Keyword.WITHOUT)) {
            scan.take(at--);
        }
    }
}
