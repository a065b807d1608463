package io.plumbline.jobs.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A job as its row says it is.
 *
 * @param label what the submitter calls it; null where nothing
 * @param spec JSON
 * @param progress 0 to 1, never falling
 * @param stage what is being done, in a word
 * @param etaMs how long it will take yet, in milliseconds; null where nothing is known
 * @param attempt how often a worker took it
 * @param startedAt when the first worker took it; null before
 * @param finishedAt null until it ends
 * @param cancelRequestedAt when its end was asked for; null where it was not
 * @param error null unless it failed, or waits to be tried again
 * @param result null unless completed
 * @param eventSeq number of the last event
 * @param history each change of state, the first first; empty in lists
 */
public record Job(
        UUID id,
        String label,
        JobState state,
        Priority priority,
        double progress,
        String stage,
        long rows,
        Long etaMs,
        int attempt,
        int maxAttempts,
        String submittedBy,
        Instant submittedAt,
        Instant startedAt,
        Instant finishedAt,
        Instant cancelRequestedAt,
        String spec,
        String specHash,
        Fault error,
        Result result,
        long eventSeq,
        List<Change> history) {
    public Job {
        history = List.copyOf(history);
    }

    /**
     * Why it failed.
     *
     * @param code for programs
     * @param detail for people
     */
    public record Fault(String code, String detail) {}

    /**
     * What is kept of its rows.
     *
     * @param expiresAt until then; null where it is over
     */
    public record Result(long rows, int pages, Instant expiresAt) {}

    /**
     * A change of state.
     *
     * @param from null: it was submitted
     * @param cause in a word
     */
    public record Change(String from, String to, String cause, int attempt, Instant at) {}

    Job withHistory(List<Change> changes) {
        return new Job(
                id,
                label,
                state,
                priority,
                progress,
                stage,
                rows,
                etaMs,
                attempt,
                maxAttempts,
                submittedBy,
                submittedAt,
                startedAt,
                finishedAt,
                cancelRequestedAt,
                spec,
                specHash,
                error,
                result,
                eventSeq,
                changes);
    }
}
