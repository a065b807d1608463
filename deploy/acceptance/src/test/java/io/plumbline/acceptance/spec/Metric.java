package io.plumbline.acceptance.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric as a person may ask for it.
 *
 * @param aggs the aggregations it takes beside its own
 */
public record Metric(String name, Kind kind, List<String> aggs) {
    /** What its rows are. */
    public enum Kind {
        ISSUE,
        SNAPSHOT,
        SPRINT
    }

    private static final List<String> SPRINT_AGGS =
            List.of("avg", "sum", "min", "max", "median", "p50", "p75", "p85", "p90", "p95", "stddev");
    private static final List<String> DURATION_AGGS =
            List.of("avg", "min", "max", "median", "p25", "p50", "p75", "p85", "p90", "p95", "stddev");
    private static final List<String> SUMMED = List.of(
            "created",
            "closed",
            "bug_count",
            "escaped_defects",
            "first_time_passes",
            "active_hours",
            "flow_hours",
            "blocked_hours",
            "reopened_count");

    public static final List<Metric> ALL = all();

    private static List<Metric> all() {
        List<Metric> all = new ArrayList<>();
        for (String name : List.of(
                "created",
                "closed",
                "throughput_ratio",
                "reopened_count",
                "bug_count",
                "escaped_defects",
                "reopen_rate",
                "first_time_passes",
                "first_time_pass_rate",
                "active_hours",
                "flow_hours",
                "flow_efficiency",
                "blocked_hours")) {
            all.add(new Metric(name, Kind.ISSUE, List.of()));
        }
        for (String name : List.of(
                "lead_time_p50",
                "lead_time_p85",
                "lead_time_p90",
                "lead_time_avg",
                "lead_time_working",
                "cycle_time",
                "cycle_time_working")) {
            all.add(new Metric(name, Kind.ISSUE, DURATION_AGGS));
        }
        for (String name : List.of("wip", "stuck_count", "wip_no_assignee")) {
            all.add(new Metric(name, Kind.SNAPSHOT, List.of("last", "avg", "max")));
        }
        for (String name : List.of(
                "velocity",
                "planned_sp",
                "completed_sp",
                "spillover_ratio",
                "effective_spillover",
                "spillover_depth",
                "carry_in_share",
                "scope_churn_ratio",
                "accuracy_abs",
                "commitment_reliability",
                "say_do_ratio",
                "unplanned_ratio")) {
            all.add(new Metric(name, Kind.SPRINT, SPRINT_AGGS));
        }
        for (String name : List.of("wip_age", "bug_age")) {
            all.add(new Metric(name, Kind.SNAPSHOT, DURATION_AGGS));
        }
        all.add(new Metric("velocity_cv", Kind.SPRINT, List.of()));
        for (String name :
                List.of("sprint_problematic_score", "sprint_problematic_score@1", "sprint_problematic_score@2")) {
            all.add(new Metric(name, Kind.SPRINT, List.of()));
        }
        return List.copyOf(all);
    }

    public boolean isSprint() {
        return kind == Kind.SPRINT;
    }

    public boolean isSnapshot() {
        return kind == Kind.SNAPSHOT;
    }

    /** Whether a sum of what it counts means something, so that shares do. */
    public boolean isSummed(String agg) {
        return switch (kind) {
            case ISSUE -> SUMMED.contains(name);
            case SNAPSHOT -> !isAge() && (agg == null || agg.equals("last"));
            case SPRINT ->
                switch (name) {
                    case "planned_sp", "completed_sp" -> agg == null || agg.equals("sum");
                    case "velocity" -> "sum".equals(agg);
                    default -> false;
                };
        };
    }

    /** Whether it tells how old issues are, not how many they are. */
    public boolean isAge() {
        return name.endsWith("_age");
    }

    /** Whether its values add up over everything. */
    public boolean isAmount(String agg) {
        return !isSnapshot() && !name.equals("reopened_count") && isSummed(agg);
    }
}
