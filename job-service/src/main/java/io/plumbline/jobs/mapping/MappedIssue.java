package io.plumbline.jobs.mapping;

import io.plumbline.jobs.history.Interval;
import io.plumbline.jobs.history.Membership;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.SprintFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * An issue whose fields have their meaning. Intervals cover the time from the creation on without an end at a deletion.
 *
 * @param changes the changelog items that the intervals come from, by metric field
 * @param flagged only while flagged
 */
public record MappedIssue(
        IssueRecord issue,
        boolean bug,
        boolean escaped,
        SortedMap<MetricField, List<HistoryItem>> changes,
        List<Interval<String>> statuses,
        List<Interval<BigDecimal>> estimates,
        List<Interval<String>> assignees,
        List<Interval<Boolean>> flagged,
        List<Membership> memberships,
        List<SprintFacts> sprints,
        String custom) {}
