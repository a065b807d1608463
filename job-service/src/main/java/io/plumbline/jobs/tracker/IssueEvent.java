package io.plumbline.jobs.tracker;

import java.time.Instant;

/**
 * What an event tells of an issue: the fields as they were from then on, and at most the one change that led there. It adds to
 * what is known of the issue and never replaces its history.
 *
 * @param issue the fields; its history holds the one change
 * @param at when the tracker sent the event
 * @param born whether it tells of the creation, so that the histories since then are all
 * @param fields the fields as a line of an import, without changelog
 * @param change null where no field changed (a comment, for example)
 */
public record IssueEvent(IssueRecord issue, Instant at, boolean born, String fields, ChangeEntry change)
        implements TrackerRecord {

    /**
     * One entry of a changelog.
     *
     * @param json the entry as a changelog holds it
     */
    public record ChangeEntry(String id, Instant at, String json) {}
}
