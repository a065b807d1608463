package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Sprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sprint_problematic_score: how far a sprint is from usual, averaged over the sprints of a group. */
final class Composite implements Metric {
    private static final Map<String, Double> WEIGHTS = weights();

    private final Sprints sprints;
    private final boolean byBoard;

    Composite(Sprints sprints, boolean byBoard) {
        this.sprints = sprints;
        this.byBoard = byBoard;
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("spillover_ratio", 0.25);
        weights.put("scope_churn_ratio", 0.20);
        weights.put("accuracy_abs", 0.20);
        weights.put("reopened_issues", 0.15);
        weights.put("blocked_hours", 0.10);
        weights.put("bugs_added", 0.10);
        return weights;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        List<Sprints.Part> whole = sprints.whole();
        List<Sprints.Part> parts = frame.query().isByProject() ? sprints.byProject() : whole;
        Map<Key, List<Map<String, Double>>> scored = new HashMap<>();
        for (Sprints.Part part : parts) {
            Sprint sprint = part.subject().sprint();
            if (frame.holds(sprint) && frame.picks(part.subject())) {
                Map<String, Double> contributions = contributions(part, whole);
                for (Key key : frame.keys(part.subject(), frame.bucket(sprint.end()))) {
                    List<Map<String, Double>> list = scored.computeIfAbsent(key, k -> new ArrayList<>());
                    if (contributions != null) {
                        list.add(contributions);
                    }
                }
            }
        }
        Map<Key, Cell> cells = new HashMap<>();
        scored.forEach((key, list) -> cells.put(key, average(list)));
        return cells;
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(null);
    }

    /** Null where there are too few sprints to compare with. */
    private Map<String, Double> contributions(Sprints.Part part, List<Sprints.Part> all) {
        Sprint sprint = part.subject().sprint();
        Baseline baseline = byBoard ? Baseline.ofBoard(sprint, all) : Baseline.ofInstance(sprint, all);
        if (baseline.isTooSmall()) {
            return null;
        }
        Map<String, Double> contributions = new LinkedHashMap<>();
        WEIGHTS.forEach((metric, weight) -> {
            Double x = part.numbers().value(metric);
            contributions.put(metric, x == null ? 0 : weight * baseline.z(metric, x));
        });
        return contributions;
    }

    private static Cell average(List<Map<String, Double>> scored) {
        if (scored.isEmpty()) {
            return Cell.of(null, 0, Cell.INSUFFICIENT);
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String metric : WEIGHTS.keySet()) {
            parts.put(
                    metric,
                    Roll.up("avg", scored.stream().map(s -> s.get(metric)).toList()));
        }
        return new Cell(Roll.sum(List.copyOf(parts.values())), parts, scored.size(), null);
    }
}
