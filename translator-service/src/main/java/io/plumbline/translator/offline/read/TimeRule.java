package io.plumbline.translator.offline.read;

import io.plumbline.spec.Comparison;
import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.time.Periods;
import io.plumbline.translator.offline.time.TimeReference;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Present;
import io.plumbline.translator.offline.time.TimeReference.PreviousPeriod;
import io.plumbline.translator.offline.time.TimeReference.PreviousYear;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.ArrayList;
import java.util.List;

/** Tells the range that is asked for from the one it is compared with. */
final class TimeRule implements Rule {
    private static final String OTHER_RANGE =
            "A range can be compared with the one right before it or with the same dates a year earlier, not with another."
                    + " Ask for both, for example as a series per month.";
    private static final String TWO_RANGES = "The question names several ranges of time. Ask for one range at a time.";

    @Override
    public void apply(Scan scan, Draft draft) {
        var asked = new ArrayList<TimeReference>();
        var compared = new ArrayList<TimeReference>();
        for (int i : scan.open(Meaning.Time.class)) {
            var reference = scan.find(i, Meaning.Time.class).orElseThrow().reference();
            scan.take(i);
            (isCompared(scan, i, reference) ? compared : asked).add(reference);
        }
        if (scan.holds(Keyword.COMPARE)) {
            splitPair(asked, compared);
        }
        splitImprovement(scan, asked, compared);
        var range = single(asked, draft);
        if (range != null) {
            RangeLimits.check(range, scan.today(), draft);
        }
        if (compared.isEmpty()) {
            draft.setRange(range);
        } else if (compared.size() == 1) {
            compare(scan, draft, range, compared.getFirst());
        } else {
            draft.refuse(TWO_RANGES);
        }
    }

    private static boolean isCompared(Scan scan, int i, TimeReference reference) {
        if (scan.is(i - 1, Keyword.VERSUS)) {
            scan.take(i - 1);
            return true;
        }
        return reference instanceof PreviousPeriod || reference instanceof PreviousYear;
    }

    // "Compare May and June": the later is asked for, the earlier compared with.
    private static void splitPair(List<TimeReference> asked, List<TimeReference> compared) {
        if (asked.size() == 2
                && asked.get(0) instanceof Period
                && asked.get(1) instanceof Period
                && compared.isEmpty()) {
            compared.add(asked.removeFirst());
        }
    }

    // "Did it improve since last quarter": this quarter against the last.
    private static void splitImprovement(Scan scan, List<TimeReference> asked, List<TimeReference> compared) {
        if (asked.size() == 1
                && scan.holds(Keyword.IMPROVE)
                && asked.getFirst() instanceof Since since
                && since.start().unit() != Granularity.DAY) {
            var running = Periods.holding(since.start().unit(), scan.today());
            if (Periods.before(running).equals(since.start())) {
                asked.set(0, running);
                compared.add(since.start());
            }
        }
    }

    private static TimeReference single(List<TimeReference> asked, Draft draft) {
        if (asked.size() > 1) {
            asked.removeIf(Present.class::isInstance);
        }
        var joined = asked.stream().reduce((a, b) -> joined(a, b, draft));
        return joined.orElse(null);
    }

    private static TimeReference joined(TimeReference a, TimeReference b, Draft draft) {
        if (a instanceof Period first && b instanceof Period second) {
            if (first.to().equals(second.from())) {
                return new Period(first.from(), second.to(), first.unit());
            }
            if (holds(first, second)) {
                return second;
            }
            if (holds(second, first)) {
                return first;
            }
        }
        if (!a.equals(b)) {
            draft.refuse(TWO_RANGES);
        }
        return a;
    }

    private static boolean holds(Period outer, Period inner) {
        return !inner.from().isBefore(outer.from()) && !inner.to().isAfter(outer.to());
    }

    private static void compare(Scan scan, Draft draft, TimeReference asked, TimeReference other) {
        switch (other) {
            case PreviousYear y ->
                set(draft, asked != null ? asked : running(scan, Granularity.YEAR), Comparison.PREVIOUS_YEAR);
            case PreviousPeriod p -> {
                var unit = p.unit() == null ? Granularity.MONTH : p.unit();
                set(draft, asked != null ? asked : running(scan, unit), Comparison.PREVIOUS_PERIOD);
            }
            case Period period -> comparePeriods(scan, draft, asked, period);
            case TimeReference.Trailing t -> draft.refuse(OTHER_RANGE);
            case Since s -> draft.refuse(OTHER_RANGE);
            case TimeReference.Until u -> draft.refuse(OTHER_RANGE);
            case Present p -> draft.refuse(OTHER_RANGE);
        }
    }

    private static void comparePeriods(Scan scan, Draft draft, TimeReference asked, Period other) {
        if (!(asked == null || asked instanceof Period || asked instanceof Present)) {
            draft.refuse(OTHER_RANGE);
            return;
        }
        var base = asked instanceof Period period ? period : running(scan, other.unit());
        var later = base.from().isBefore(other.from()) ? other : base;
        var earlier = later.equals(base) ? other : base;
        boolean yearOfShorter = earlier.unit() == Granularity.YEAR && later.unit() != Granularity.YEAR;
        if (Periods.yearBefore(later).equals(earlier) || (yearOfShorter && holds(earlier, Periods.yearBefore(later)))) {
            set(draft, later, Comparison.PREVIOUS_YEAR);
        } else if (Periods.before(later).equals(earlier)) {
            set(draft, later, Comparison.PREVIOUS_PERIOD);
        } else {
            draft.refuse(OTHER_RANGE);
        }
    }

    private static Period running(Scan scan, Granularity unit) {
        return Periods.holding(unit, scan.today());
    }

    private static void set(Draft draft, TimeReference range, Comparison comparison) {
        draft.setRange(range);
        draft.setComparison(comparison);
    }
}
