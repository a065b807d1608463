package io.plumbline.acceptance.oracle.metric;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The numbers of one sprint, or of one project's part of it. */
final class SprintNumbers {
    private final List<SprintStory> stories;

    SprintNumbers(List<SprintStory> stories) {
        this.stories = stories;
    }

    boolean hasIssues() {
        return !stories.isEmpty();
    }

    /** The value of a per-sprint metric; null where it is a ratio over nothing. */
    Double value(String metric) {
        return switch (metric) {
            case "velocity", "completed_sp" -> completed();
            case "planned_sp" -> planned();
            case "say_do_ratio" -> over(completed(), planned());
            case "spillover_ratio" -> over(spilled(), planned());
            case "effective_spillover" -> over(spilledOrPulledOut(), planned());
            case "spillover_depth" ->
                Roll.up("avg", leftOpen().stream().map(s -> (double) s.depth()).toList());
            case "carry_in_share" -> over(count(SprintStory::isCarriedIn), count(SprintStory::isCommitted));
            case "scope_churn_ratio" -> over(churned(), planned());
            case "accuracy_abs" -> over(Math.abs(completed() - planned()), planned());
            case "commitment_reliability" ->
                over(count(s -> s.isCommitted() && s.isCompleted()), count(SprintStory::isCommitted));
            case "unplanned_ratio" -> over(count(SprintStory::isAdded), count(s -> s.isAdded() || s.isCommitted()));
            case "reopened_issues" -> count(SprintStory::wasReopened);
            case "blocked_hours" ->
                Roll.sum(stories.stream().map(SprintStory::blockedHours).toList());
            case "bugs_added" -> count(s -> s.isAdded() && s.issue().isBug());
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private double planned() {
        return points(SprintStory::isCommitted, SprintStory::pointsAtStart);
    }

    private double completed() {
        return points(SprintStory::isCompleted, SprintStory::pointsAtEnd);
    }

    private double spilled() {
        return points(s -> s.isCommitted() && s.isLeftOpen(), SprintStory::pointsAtStart);
    }

    private double spilledOrPulledOut() {
        return points(s -> s.isCommitted() && (s.isLeftOpen() || s.isPulledOut()), SprintStory::pointsAtStart);
    }

    private List<SprintStory> leftOpen() {
        return stories.stream().filter(s -> s.isCommitted() && s.isLeftOpen()).toList();
    }

    private double churned() {
        return points(SprintStory::isAdded, SprintStory::pointsAtJoining)
                + points(SprintStory::isRemoved, SprintStory::pointsAtRemoval);
    }

    private double count(Predicate<SprintStory> set) {
        return stories.stream().filter(set).count();
    }

    private double points(Predicate<SprintStory> set, Function<SprintStory, Double> points) {
        double sum = 0;
        for (SprintStory story : stories) {
            if (set.test(story)) {
                Double value = points.apply(story);
                sum += value == null ? 0 : value;
            }
        }
        return sum;
    }

    private static Double over(double a, double b) {
        return b == 0 ? null : (Double) (a / b);
    }
}
