package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Granularity;
import io.plumbline.spec.Window;
import java.util.Arrays;
import java.util.List;

/** The period that a to-date window begins with is longer than the buckets, and they nest in it. */
final class WindowNests implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        new Columns(subject)
                .metricTime()
                .ifPresent(bucket -> subject.measures((pointer, measure) -> {
                    if (measure.window() instanceof Window.ToDate toDate
                            && !Periods.nests(bucket, toDate.granularity())) {
                        report(pointer, bucket, toDate.granularity(), faults);
                    }
                }));
    }

    private static void report(String pointer, Granularity bucket, Granularity asked, Faults faults) {
        List<String> allowed = Arrays.stream(Granularity.values())
                .filter(longer -> Periods.nests(bucket, longer))
                .map(Granularity::wireName)
                .toList();
        String advice = allowed.isEmpty()
                ? "No window to date fits them; take a rolling or a cumulative one"
                : "they nest in " + String.join(", ", allowed);
        faults.misfit(
                pointer + "/window/granularity",
                "window_does_not_nest",
                "Buckets of a %s do not nest in a longer %s; %s."
                        .formatted(bucket.wireName(), asked.wireName(), advice),
                allowed);
    }
}
