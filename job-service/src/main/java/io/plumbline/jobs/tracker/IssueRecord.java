package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An issue as the tracker gives it: present fields and changelog.
 *
 * @param people everybody named in it, for their display names
 * @param sprints of the issue's own sprint members; those of custom fields stand in the custom fields
 * @param custom the custom fields by id, nulls included
 * @param names field id → field name, where the tracker gave it; else empty
 * @param extent how much of its history the changelog has
 * @param deleted when it was deleted; null where it was not
 */
public record IssueRecord(
        String id,
        String key,
        ProjectFacts project,
        String summary,
        String type,
        boolean subtask,
        String priority,
        StatusFacts status,
        UserFacts assignee,
        UserFacts reporter,
        List<UserFacts> people,
        List<String> labels,
        List<String> components,
        String environment,
        Instant created,
        Instant updated,
        Instant deleted,
        List<SprintFacts> sprints,
        Map<String, JsonNode> custom,
        Map<String, String> names,
        ChangelogExtent extent,
        List<HistoryItem> history,
        List<CommentRecord> comments,
        List<WorklogRecord> worklogs)
        implements TrackerRecord {

    /** Whether the tracker gave all of its history: figures made of less are partial. */
    public boolean hasHistory() {
        return extent == ChangelogExtent.WHOLE;
    }
}
