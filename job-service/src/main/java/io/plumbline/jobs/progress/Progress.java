package io.plumbline.jobs.progress;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param fraction 0 to 1; 1 only when the job is completed
 * @param rows read so far
 * @param remaining how long it will still take; empty where nobody can know
 */
public record Progress(double fraction, Stage stage, long rows, Optional<Duration> remaining) {

    /** For the table's {@code eta_ms}: null where nobody can know. */
    public Long etaMillis() {
        return remaining.map(Duration::toMillis).orElse(null);
    }
}
