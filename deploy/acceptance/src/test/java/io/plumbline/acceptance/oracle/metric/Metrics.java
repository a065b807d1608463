package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Query;
import java.util.List;

/** Finds the metric of a name. */
public final class Metrics {
    private final List<Tracker> trackers;
    private final Sprints sprints;

    public Metrics(List<Tracker> trackers) {
        this.trackers = trackers;
        this.sprints = new Sprints(trackers);
    }

    /** The sprints that an answer by sprint is of. */
    public SprintAxis axis(Query query) {
        return new SprintAxis(query, sprints);
    }

    public Metric of(Ask ask) {
        Metric metric = atOnce(ask);
        return ask.per() == null ? metric : new TwoStages(metric, ask.per());
    }

    private Metric atOnce(Ask ask) {
        String name = ask.metric();
        return switch (name) {
            case "created", "closed", "bug_count", "escaped_defects" -> new IssueMetric(trackers, name, "count");
            case "lead_time_p50", "lead_time_p85", "lead_time_p90" ->
                new IssueMetric(trackers, name, or(ask, name.substring("lead_time_".length())));
            case "lead_time_avg" -> new IssueMetric(trackers, name, or(ask, "avg"));
            case "cycle_time", "cycle_time_working", "lead_time_working" ->
                new IssueMetric(trackers, name, or(ask, "median"));
            case "throughput_ratio" ->
                new Ratio(new IssueMetric(trackers, "closed", "count"), new IssueMetric(trackers, "created", "count"));
            case "active_hours", "flow_hours" -> new IssueMetric(trackers, name, "sum");
            case "flow_efficiency" ->
                new Ratio(
                        new IssueMetric(trackers, "active_hours", "sum"),
                        new IssueMetric(trackers, "flow_hours", "sum"));
            case "first_time_passes" -> new IssueMetric(trackers, name, "count");
            case "first_time_pass_rate" ->
                new Ratio(
                        new IssueMetric(trackers, "first_time_passes", "count"),
                        new IssueMetric(trackers, "closed", "count"));
            case "reopened_count" -> new TransitionMetric(trackers, false);
            case "reopen_rate" ->
                new Ratio(new TransitionMetric(trackers, false), new TransitionMetric(trackers, true));
            case "blocked_hours" -> new BlockedHours(trackers);
            case "wip", "stuck_count", "wip_no_assignee" ->
                new Snapshot(trackers, name, or(ask, "last"), ask.params().getOrDefault("days", 7));
            case "wip_age", "bug_age" -> new SnapshotAge(trackers, name, or(ask, "median"));
            case "velocity_cv" -> new Variation(sprints, "velocity");
            case "planned_sp", "completed_sp" -> new SprintMetric(sprints, name, or(ask, "sum"));
            case "sprint_problematic_score" -> new Composite(sprints, ask.major() == null || ask.major() == 2);
            default -> new SprintMetric(sprints, name, or(ask, "avg"));
        };
    }

    private static String or(Ask ask, String standard) {
        return ask.agg() == null ? standard : ask.agg();
    }
}
