package io.plumbline.jobs.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How a sync stands, as callers see it.
 *
 * @param kind incremental (what changed since the checkpoint) or full (everything, deletions too)
 * @param requestedBy a user, or schedule
 * @param state queued, running, completed, failed or cancelled
 * @param stage what is being done, in a word; waiting: a passing fault, it goes on by itself
 * @param progress 0 to 1, by Jira's estimate of how many issues there are
 * @param position issues changed until then are merged
 * @param deleted issues that Jira no longer has
 * @param rejected records that could not be imported; the first ones with reasons where one run is asked for
 * @param throttled how often Jira asked to slow down
 * @param errorCode null unless failed or waiting
 */
public record RunView(
        UUID id,
        UUID connectionId,
        String kind,
        String requestedBy,
        String state,
        String stage,
        double progress,
        int attempt,
        Instant position,
        long pages,
        long issues,
        long deleted,
        long rejected,
        long requests,
        long throttled,
        boolean cancelRequested,
        String errorCode,
        String error,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<Rejection> rejections) {

    /** A record that was not imported, with its beginning. */
    public record Rejection(String reason, String excerpt) {}

    RunView withRejections(List<Rejection> first) {
        return new RunView(
                id,
                connectionId,
                kind,
                requestedBy,
                state,
                stage,
                progress,
                attempt,
                position,
                pages,
                issues,
                deleted,
                rejected,
                requests,
                throttled,
                cancelRequested,
                errorCode,
                error,
                createdAt,
                startedAt,
                finishedAt,
                first);
    }
}
