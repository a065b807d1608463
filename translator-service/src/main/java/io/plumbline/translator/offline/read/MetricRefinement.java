package io.plumbline.translator.offline.read;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.List;
import java.util.Set;

/**
 * Refines the metrics named by the words around them: "points" makes closed issues completed points, "how long" makes
 * them a lead time, "closed" beside a lead time says nothing new, "bugs" is a metric of its own or a filter.
 */
final class MetricRefinement {
    private static final Set<String> TIMES = Set.of(
            "lead_time_p50",
            "lead_time_p85",
            "lead_time_p90",
            "lead_time_avg",
            "lead_time_working",
            "cycle_time",
            "cycle_time_working");
    private static final Set<String> BUG_METRICS = Set.of("bug_count", "escaped_defects");
    private static final Set<String> STATES = Set.of("wip", "stuck_count", "wip_no_assignee");

    private final Scan scan;
    private final Draft draft;
    private final List<Mention> mentions;

    MetricRefinement(Scan scan, Draft draft, List<Mention> mentions) {
        this.scan = scan;
        this.draft = draft;
        this.mentions = mentions;
    }

    void refine() {
        refinePoints();
        refineDuration();
        refineSubsumed();
        refineLifecycle();
        refineUnassigned();
        refineBugs();
        implyMetric();
    }

    private boolean has(String metric) {
        return mentions.stream().anyMatch(mention -> mention.metric().equals(metric));
    }

    private boolean hasAny(Set<String> metrics) {
        return mentions.stream().anyMatch(mention -> metrics.contains(mention.metric()));
    }

    private void drop(String metric) {
        mentions.removeIf(mention -> mention.metric().equals(metric));
    }

    private void replace(String metric, String by) {
        mentions.replaceAll(mention -> mention.metric().equals(metric) ? new Mention(by, mention.at()) : mention);
    }

    private void refinePoints() {
        boolean points = scan.takeAll(Keyword.POINT);
        if (points || has("planned_sp")) {
            replace("closed", "completed_sp");
        }
        if (points && has("created")) {
            draft.refuse("Points are counted where sprints plan or complete them, not where issues are created.");
        }
        if (points && mentions.isEmpty()) {
            draft.refuse("It is open which points are meant: planned or completed ones. Name one of them.");
        }
    }

    private void refineDuration() {
        boolean asksTime = scan.takeAll(Keyword.HOW_LONG);
        boolean blocked = draft.conditions().included("status").stream()
                .anyMatch(status -> "blocked".equalsIgnoreCase(status.toString()));
        boolean longest = scan.holds(Keyword.LONGEST) || scan.holds(Keyword.SHORTEST);
        boolean settled = hasAny(TIMES) || has("blocked_hours") || hasAny(STATES);
        if (settled || !(asksTime || (longest && mentions.isEmpty()) || (blocked && longest))) {
            return;
        }
        int at = mentions.isEmpty() ? 0 : mentions.getFirst().at();
        if (blocked) {
            draft.conditions().drop("status");
            mentions.clear();
            mentions.add(new Mention("blocked_hours", at));
        } else if (mentions.isEmpty() || has("closed") || has("created")) {
            drop("closed");
            drop("created");
            mentions.add(new Mention("lead_time_p50", at));
        }
    }

    private void refineSubsumed() {
        if (has("throughput_ratio")) {
            drop("closed");
            drop("created");
        }
        if (has("stuck_count") || has("wip_no_assignee")) {
            drop("wip");
        }
        if (has("escaped_defects") || has("reopen_rate")) {
            drop("bug_count");
            drop("reopened_count");
        }
    }

    /** "Lead time of closed issues", "bugs created": the deed only describes the issues of another metric. */
    private void refineLifecycle() {
        boolean joined = scan.holds(Keyword.AND) || scan.holds(Keyword.VERSUS) || scan.holds(Keyword.COMMA);
        if (hasAny(TIMES)) {
            drop("closed");
            refineCreatedRange();
        }
        if (hasAny(BUG_METRICS) || has("reopened_count") || hasAny(STATES) || has("blocked_hours")) {
            drop("created");
        }
        boolean others =
                mentions.stream().anyMatch(m -> !Set.of("closed", "created").contains(m.metric()));
        if (others && has("closed") && !joined) {
            drop("closed");
            draft.conditions().include("status_category", "done");
        }
    }

    // "Lead time of issues created in June" is a range of another time than the metric's own.
    private void refineCreatedRange() {
        if (has("created") && draft.range() instanceof Period period) {
            draft.setRange(null);
            draft.conditions()
                    .add(new Filter.Test(
                            "created_at",
                            Operator.BETWEEN,
                            List.of(
                                    period.from().toString(),
                                    period.to().minusDays(1).toString())));
        }
        drop("created");
    }

    private void refineUnassigned() {
        if (draft.conditions().isNull("assignee") && has("wip")) {
            replace("wip", "wip_no_assignee");
        }
        if (has("wip_no_assignee") && draft.conditions().isNull("assignee")) {
            draft.conditions().drop("assignee");
        }
    }

    private void refineBugs() {
        if (!scan.holds(Keyword.BUG)) {
            return;
        }
        boolean free = !scan.open(Keyword.BUG).isEmpty();
        int at = scan.open(Keyword.BUG).stream().findFirst().orElse(0);
        scan.takeAll(Keyword.BUG);
        if (free && has("escaped_defects") && scan.isAny(at - 1, Keyword.AND, Keyword.VERSUS)) {
            mentions.add(new Mention("bug_count", at));
        }
        if (!free || hasAny(BUG_METRICS)) {
            return;
        }
        boolean onlyCreated =
                mentions.stream().allMatch(mention -> mention.metric().equals("created"));
        if (onlyCreated) {
            mentions.clear();
            mentions.add(new Mention("bug_count", at));
        } else {
            draft.conditions().include("issue_type", bugType());
        }
    }

    private Object bugType() {
        return scan.values().of("issue_type").stream()
                .filter(type -> type.equalsIgnoreCase("bug") || type.equalsIgnoreCase("defect"))
                .findFirst()
                .orElse("Bug");
    }

    private void implyMetric() {
        if (!mentions.isEmpty()) {
            return;
        }
        boolean sprints = draft.orderedGroups().contains("sprint_name");
        if (draft.ranking() != null && sprints) {
            mentions.add(new Mention("sprint_problematic_score", 0));
            draft.doubt(Draft.ASSUMED);
        } else if (scan.holds(Keyword.ISSUE)
                || !draft.conditions().included("issue_type").isEmpty()
                || draft.conditions().on("status_category")) {
            mentions.add(new Mention("created", 0));
        } else if (draft.conditions().on("is_subtask") || draft.conditions().on("status")) {
            mentions.add(new Mention("created", 0));
        }
        if (!mentions.isEmpty() && draft.conditions().isNull("assignee")) {
            draft.doubt(0);
        }
        scan.open(Meaning.Word.class).stream()
                .filter(i -> scan.is(i, Keyword.ISSUE))
                .forEach(scan::take);
    }
}
