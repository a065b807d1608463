package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Comparison;

/** A comparison with an earlier range needs a range with both ends. */
final class ComparisonHasRange implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (!subject.compares() || subject.spec().time().compare() == Comparison.PREVIOUS_SPRINTS) {
            return;
        }
        if (subject.spec().time().from() == null) {
            faults.add("/time/from", "missing", "A comparison needs both `from` and `to`.");
        }
        if (subject.spec().time().to() == null) {
            faults.add("/time/to", "missing", "A comparison needs both `from` and `to`.");
        }
    }
}
