package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.history.ChangePoint;
import io.plumbline.jobs.tracker.ChangelogExtent;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An issue as its stored record and the events about it tell it together. The later fields hold; histories are joined by their
 * ids. Neither depends on the order in which they came.
 */
final class ToldIssue {
    private ToldIssue() {}

    /**
     * Joins both.
     *
     * @param record the newest whole record; null where there is none
     * @param event the newest fields that an event told; null where there are none
     * @param born whether an event told of the creation: what is known of the history then is all since
     * @param told the changes that events told
     */
    static IssueRecord of(IssueRecord record, IssueRecord event, boolean born, List<HistoryItem> told) {
        if (event == null) {
            return record;
        }
        IssueRecord fields = record == null || record.updated().isBefore(event.updated()) ? event : record;
        return new IssueRecord(
                fields.id(),
                fields.key(),
                fields.project(),
                fields.summary(),
                fields.type(),
                fields.subtask(),
                fields.priority(),
                fields.status(),
                fields.assignee(),
                fields.reporter(),
                fields.people(),
                fields.labels(),
                fields.components(),
                fields.environment(),
                fields.created(),
                fields.updated(),
                fields.deleted(),
                fields.sprints(),
                fields.custom(),
                names(record, event),
                extent(record, born),
                history(record, told),
                fields.comments(),
                fields.worklogs());
    }

    private static Map<String, String> names(IssueRecord record, IssueRecord event) {
        Map<String, String> names = new TreeMap<>(event.names());
        if (record != null) {
            names.putAll(record.names());
        }
        return names;
    }

    private static ChangelogExtent extent(IssueRecord record, boolean born) {
        if (born || (record != null && record.hasHistory())) {
            return ChangelogExtent.WHOLE;
        }
        return ChangelogExtent.TRUNCATED;
    }

    /** The tracker's own changelog knows an entry better than the event that told it first. */
    private static List<HistoryItem> history(IssueRecord record, List<HistoryItem> told) {
        List<HistoryItem> listed = record == null ? List.of() : record.history();
        Set<String> ids = new HashSet<>();
        Map<ChangePoint, HistoryItem> items = new TreeMap<>();
        for (HistoryItem item : listed) {
            ids.add(item.point().historyId());
            items.put(item.point(), item);
        }
        for (HistoryItem item : told) {
            if (!ids.contains(item.point().historyId())) {
                items.put(item.point(), item);
            }
        }
        return new ArrayList<>(items.values());
    }
}
