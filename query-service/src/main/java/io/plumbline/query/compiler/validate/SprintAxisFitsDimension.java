package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import java.util.Arrays;
import java.util.List;

/** Only {@code metric_time} goes by sprint: other times belong to issues, which are in no sprint or in many. */
final class SprintAxisFitsDimension implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        List<String> calendar = Arrays.stream(Granularity.values())
                .filter(Granularity::isCalendar)
                .map(Granularity::wireName)
                .toList();
        subject.groupings((pointer, dimension) -> {
            if (dimension.granularity() == Granularity.SPRINT
                    && !dimension.field().equals(Dimension.METRIC_TIME)) {
                faults.misfit(
                        pointer + "/granularity",
                        "granularity_not_allowed",
                        "Only `metric_time` goes by sprint; %s takes periods of the calendar."
                                .formatted(Faults.quoted(dimension.field())),
                        calendar);
            }
        });
    }
}
