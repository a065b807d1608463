package io.plumbline.jobs.sync;

import io.plumbline.jobs.secret.Sealed;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A connection that this instance may sync now, and the run that it does.
 *
 * @param checkpoint null before the first sync
 * @param fence what every write of this run is checked against
 * @param position how far the run came before it was interrupted; null where it begins
 * @param counted what it had counted until then
 * @param cancelled whether somebody wants it to end
 */
record SyncClaim(
        Tenant tenant,
        UUID connection,
        String instance,
        String site,
        String email,
        Sealed token,
        List<String> projects,
        Instant checkpoint,
        long fence,
        UUID run,
        boolean full,
        int attempt,
        Instant position,
        Counts counted,
        boolean cancelled) {

    /** What a run has done. */
    record Counts(long pages, long issues, long deleted, long rejected, long requests, long throttled) {}
}
