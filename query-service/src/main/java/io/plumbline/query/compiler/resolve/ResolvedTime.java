package io.plumbline.query.compiler.resolve;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When rows count.
 *
 * @param zone where days begin
 * @param now where open things end: the present, or the instant whose state is asked for
 * @param range the range of {@code metric_time}
 * @param previous the range it is compared with
 * @param previousSprints with how many sprints before it each sprint is compared; 0 for none
 * @param asOf the instant whose state is asked for; empty for the present state
 */
public record ResolvedTime(
        ZoneId zone,
        Instant now,
        Period range,
        Optional<Period> previous,
        int previousSprints,
        Optional<Instant> asOf) {

    /** Whether the answer has figures of an earlier time. */
    public boolean compares() {
        return previous.isPresent() || previousSprints > 0;
    }
}
