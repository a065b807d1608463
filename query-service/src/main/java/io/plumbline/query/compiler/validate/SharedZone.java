package io.plumbline.query.compiler.validate;

import io.plumbline.spec.TimeRange;

/** The time zone is one that the database knows too; Java has some made-up ones of its own. */
final class SharedZone implements Rule {
    private static final String JAVA_ONLY = "SystemV/";

    @Override
    public void check(Subject subject, Faults faults) {
        TimeRange time = subject.spec().time();
        if (time != null && time.timezone() != null && time.timezone().getId().startsWith(JAVA_ONLY)) {
            faults.add(
                    "/time/timezone", "unknown_value", "A time zone is an IANA name such as `UTC` or `Europe/Prague`.");
        }
    }
}
