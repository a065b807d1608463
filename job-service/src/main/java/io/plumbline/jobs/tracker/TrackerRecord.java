package io.plumbline.jobs.tracker;

/** What one line holds. */
public sealed interface TrackerRecord
        permits IssueRecord,
                Tombstone,
                SprintFacts,
                StatusFacts,
                ProjectFacts,
                UserFacts,
                CommentRecord,
                WorklogRecord,
                IssueEvent,
                SprintNews,
                Removal {}
