package io.plumbline.jobs.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A tenant's jobs as a whole.
 *
 * @param queue what waits, by priority
 * @param workers who works on this tenant's jobs
 * @param lastHour what became of the jobs that ended in the last hour
 * @param failures of the last day, the most frequent first
 */
public record Overview(List<Queue> queue, Workers workers, LastHour lastHour, List<Failure> failures) {
    public Overview {
        queue = List.copyOf(queue);
        failures = List.copyOf(failures);
    }

    /**
     * Jobs of one priority that wait.
     *
     * @param retrying those of them that wait for another attempt
     * @param oldestSeconds how long the oldest has waited; 0 where none waits
     */
    public record Queue(String priority, long depth, long retrying, double oldestSeconds) {}

    /**
     * Workers.
     *
     * @param busy jobs of this tenant that run
     * @param slots how many jobs one instance of the service runs at once, of all tenants
     */
    public record Workers(long busy, int slots) {}

    /**
     * The last hour's jobs.
     *
     * @param retried those that ended in it after more than one attempt
     * @param waitSeconds median and 95th percentile from the submission to the start; null where there are none
     * @param runSeconds the same from the start to the end of the completed ones
     */
    public record LastHour(
            long submitted,
            long completed,
            long failed,
            long cancelled,
            long retried,
            Spread waitSeconds,
            Spread runSeconds) {}

    /** Null where there is nothing to tell. */
    public record Spread(Double median, Double p95) {}

    /**
     * Jobs that failed for one reason.
     *
     * @param detail what the newest of them tells people
     */
    public record Failure(String code, String detail, long count, Instant lastAt, UUID lastJob) {}
}
