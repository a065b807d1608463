package io.plumbline.translator.offline.read;

import java.util.ArrayList;

/** Refuses what a metric can't be split or filtered by, and leaves out filters that its definition implies. */
final class LegalityRule implements Rule {

    @Override
    public void apply(Scan scan, Draft draft) {
        var metrics = scan.metrics();
        for (var measure : draft.measures()) {
            boolean perSprint = metrics.perSprint(measure.bareName());
            if (perSprint
                    && draft.conditions().on("is_subtask")
                    && draft.conditions().included("is_subtask").isEmpty()) {
                draft.conditions().drop("is_subtask");
                draft.note("sprint metrics leave sub-tasks out anyway", 0);
            }
            if (perSprint && asksUnfinished(draft)) {
                draft.refuse(
                        "%s is counted when a sprint is closed; running and future sprints have none. Ask for closed sprints."
                                .formatted(metrics.load(measure.bareName()).displayName()));
            }
            var fields = new ArrayList<>(draft.orderedGroups());
            draft.filters().forEach(filter -> fields.add(filter.field()));
            fields.stream()
                    .filter(field -> !metrics.takes(measure.bareName(), field))
                    .findFirst()
                    .ifPresent(field -> refuse(scan, draft, measure.bareName(), field));
        }
    }

    private static boolean asksUnfinished(Draft draft) {
        var states = draft.conditions().included("sprint_state");
        return states.contains("active") || states.contains("future");
    }

    private static void refuse(Scan scan, Draft draft, String metric, String field) {
        var metrics = scan.metrics();
        draft.refuse("%s is a figure of whole sprints and can't be split or filtered by %s; it takes %s."
                .formatted(
                        metrics.load(metric).displayName(),
                        metrics.dimensionName(field),
                        metrics.sprintDimensionNames()));
        draft.setRefusedField(field);
    }
}
