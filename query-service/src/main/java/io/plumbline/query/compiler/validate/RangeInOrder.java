package io.plumbline.query.compiler.validate;

import io.plumbline.spec.TimeRange;

/** A range ends after it begins. */
final class RangeInOrder implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        TimeRange time = subject.spec().time();
        if (time != null
                && time.from() != null
                && time.to() != null
                && !time.from().isBefore(time.to())) {
            faults.add("/time/to", "wrong_order", "`to` is the first day after the range, so it comes after `from`.");
        }
    }
}
