package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import java.util.Arrays;
import java.util.List;

/** The periods of a first stage nest in those of the answer that they are rolled up to. */
final class RollupNests implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        new Columns(subject)
                .metricTime()
                .ifPresent(longer -> subject.finerGroupings((pointer, _, dimension) -> {
                    Granularity shorter = period(dimension);
                    if (dimension.field().equals(Dimension.METRIC_TIME) && !Periods.nests(shorter, longer)) {
                        report(pointer, shorter, longer, faults);
                    }
                }));
    }

    /** A first stage without a period goes by day. */
    static Granularity period(Dimension time) {
        return time.granularity() == null ? Granularity.DAY : time.granularity();
    }

    private static void report(String pointer, Granularity shorter, Granularity longer, Faults faults) {
        List<String> allowed = Arrays.stream(Granularity.values())
                .filter(candidate -> Periods.nests(candidate, longer))
                .map(Granularity::wireName)
                .toList();
        String advice = allowed.isEmpty()
                ? "no shorter period does, so leave `metric_time` out of `per`, or out of the answer"
                : "these do: " + String.join(", ", allowed);
        faults.misfit(
                pointer + "/granularity",
                "per_does_not_nest",
                "Periods of a %s do not nest in the answer's of a %s; %s."
                        .formatted(shorter.wireName(), longer.wireName(), advice),
                allowed);
    }
}
