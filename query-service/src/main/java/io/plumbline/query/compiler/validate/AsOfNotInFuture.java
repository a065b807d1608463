package io.plumbline.query.compiler.validate;

import io.plumbline.spec.TimeRange;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The state that is asked for has been. A range that begins after it is no mistake: nothing was known of it then. */
final class AsOfNotInFuture implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        TimeRange time = subject.spec().time();
        if (time == null || time.asOf() == null) {
            return;
        }
        ZoneId zone = time.timezone() == null ? ZoneOffset.UTC : time.timezone();
        if (time.asOf().at(zone).isAfter(subject.now())) {
            faults.add(
                    "/time/as_of",
                    "in_future",
                    "`as_of` lies in the future, and nothing is known of then. Take an instant that has been, or leave it out"
                            + " for the present state.");
        }
    }
}
