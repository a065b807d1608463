package io.plumbline.jobs.tracker;

import java.time.Instant;

/** @param author null where the tracker names none */
public record CommentRecord(String id, String issueId, UserFacts author, String body, Instant created, Instant updated)
        implements TrackerRecord {}
