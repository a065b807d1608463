package io.plumbline.jobs.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plumbline.spec.AnalyticsSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as callers see it.
 *
 * @param label null where the submitter gave none
 * @param state queued, running, completed, failed or cancelled
 * @param priority high or low
 * @param progress 0 to 1, never falling; 1 only when it is completed
 * @param stage queued, starting, querying, reading, saving or done
 * @param rows how many were read so far
 * @param etaMs how long it will take yet, in milliseconds; null where nothing is known
 * @param attempt how often a worker took it
 * @param startedAt null before the first worker took it
 * @param finishedAt null until it ends
 * @param cancelRequestedAt when its end was asked for; null where it was not
 * @param spec as it was submitted
 * @param error null unless it failed, or waits to be tried again
 * @param result null unless it is completed
 * @param history each change of state, the first first; empty in lists
 * @param deduplicated true where a submission was answered with a job that was active already
 */
public record JobView(
        UUID id,
        String label,
        String state,
        String priority,
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

        @JsonRawValue @Schema(implementation = AnalyticsSpec.class)
        String spec,

        String specHash,
        Job.Fault error,
        Result result,
        List<Job.Change> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean deduplicated) {

    /**
     * What is kept of its rows.
     *
     * @param expiresAt until then; null where it is over
     * @param url where the rows are
     */
    public record Result(long rows, int pages, Instant expiresAt, String url) {}

    /** @param deduplicated null where nothing was submitted */
    static JobView of(Job job, Boolean deduplicated) {
        return new JobView(
                job.id(),
                job.label(),
                job.state().column(),
                job.priority().column(),
                job.progress(),
                job.stage(),
                job.rows(),
                job.etaMs(),
                job.attempt(),
                job.maxAttempts(),
                job.submittedBy(),
                job.submittedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.cancelRequestedAt(),
                job.spec(),
                job.specHash(),
                job.error(),
                result(job),
                job.history(),
                deduplicated);
    }

    static String address(UUID job) {
        return "/analytics/jobs/" + job;
    }

    private static Result result(Job job) {
        return job.result() == null
                ? null
                : new Result(
                        job.result().rows(),
                        job.result().pages(),
                        job.result().expiresAt(),
                        address(job.id()) + "/result");
    }
}
