package io.plumbline.jobs.mapping;

import io.plumbline.jobs.history.Change;
import io.plumbline.jobs.history.Interval;
import io.plumbline.jobs.history.Memberships;
import io.plumbline.jobs.history.Timeline;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.InvalidRecord;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.UserFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Gives an issue's fields their meaning and turns its changelog into intervals. */
public final class IssueMapper {
    private final EstimateField estimate;
    private final SprintField sprint;
    private final FlagField flag;
    private final BugRules bugs;

    public IssueMapper(FieldMapping mapping, DetectedFields detected) {
        FieldMapping complete = mapping.withDefaults();
        this.estimate = new EstimateField(complete.storyPointsField(), detected);
        this.sprint = new SprintField(complete.sprintField());
        this.flag = new FlagField(complete.flaggedField(), detected);
        this.bugs = new BugRules(complete);
    }

    /** @throws InvalidRecord where a value of the issue can't be what its field says */
    public MappedIssue map(IssueRecord issue) {
        var status = items(issue, "status");
        var assignee = items(issue, "assignee");
        var estimates = estimate.read(issue);
        var sprints = sprint.read(issue);
        var flags = flag.read(issue);
        var changes = new TreeMap<MetricField, List<HistoryItem>>(Map.of(
                MetricField.STATUS, status,
                MetricField.ASSIGNEE, assignee,
                MetricField.ESTIMATE, estimates.items(),
                MetricField.SPRINT, sprints.items(),
                MetricField.FLAG, flags.items()));
        return new MappedIssue(
                issue,
                bugs.isBug(issue),
                bugs.isEscaped(issue),
                changes,
                timeline(issue, issue.status().id(), status, IssueMapper::statusId),
                timeline(issue, estimates.present(), estimates.items(), estimates.value()),
                timeline(issue, idOf(issue.assignee()), assignee, IssueMapper::blankToNull),
                timeline(issue, flags.present(), flags.items(), flags.value()).stream()
                        .filter(Interval::value)
                        .toList(),
                Memberships.of(timeline(issue, sprints.present(), sprints.items(), sprints.value())),
                sprint.facts(issue),
                CustomValues.of(issue.custom()));
    }

    /**
     * Whether a mapper with more knowledge of the fields would have read the same from every issue that this one mapped. If
     * not, they have to be mapped again.
     */
    public boolean isContinuedBy(IssueMapper next) {
        return estimate.isContinuedBy(next.estimate) && flag.isContinuedBy(next.flag);
    }

    private static List<HistoryItem> items(IssueRecord issue, String field) {
        return issue.history().stream().filter(item -> item.isOf(field, field)).toList();
    }

    private static <V> List<Interval<V>> timeline(
            IssueRecord issue, V present, List<HistoryItem> items, Function<FieldValue, V> value) {
        List<Change<V>> changes = items.stream()
                .map(item -> new Change<>(
                        item.point(),
                        value.apply(new FieldValue(item.from(), item.fromText())),
                        value.apply(new FieldValue(item.to(), item.toText()))))
                .toList();
        return Timeline.of(issue.created(), present, changes);
    }

    private static String statusId(FieldValue value) {
        if (value.id() == null || value.id().isBlank()) {
            throw new InvalidRecord("a status change in /data/changelog has no status id (from, to)");
        }
        return value.id().strip();
    }

    private static String blankToNull(FieldValue value) {
        return value.id() == null || value.id().isBlank() ? null : value.id().strip();
    }

    private static String idOf(UserFacts person) {
        return person == null ? null : person.id();
    }
}
