package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Sprint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A value for each closed sprint, rolled up over the sprints that ended in the period. */
final class SprintMetric implements Metric {
    private final Sprints sprints;
    private final String name;
    private final String aggregation;

    SprintMetric(Sprints sprints, String name, String aggregation) {
        this.sprints = sprints;
        this.name = name;
        this.aggregation = aggregation;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Rows rows = new Rows(frame);
        List<Sprints.Part> parts = frame.query().isByProject() ? sprints.byProject() : sprints.whole();
        for (Sprints.Part part : parts) {
            Sprint sprint = part.subject().sprint();
            if (frame.holds(sprint)) {
                rows.add(
                        part.subject(),
                        frame.bucket(sprint.end()),
                        part.numbers().value(name),
                        part.numbers().hasIssues());
            }
        }
        return rows.rollUp(aggregation);
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(Roll.up(aggregation, List.of()));
    }
}
