package io.plumbline.jobs.tracker;

import java.time.Instant;

/** @param author null where the tracker names none */
public record WorklogRecord(String id, String issueId, UserFacts author, Instant started, long seconds, Instant updated)
        implements TrackerRecord {}
