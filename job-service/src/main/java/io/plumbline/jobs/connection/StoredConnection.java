package io.plumbline.jobs.connection;

import io.plumbline.jobs.secret.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A connection as it is stored.
 *
 * @param tokenHint its last 4 characters
 * @param checkpoint issues updated until then are in the warehouse; null before the first sync
 */
record StoredConnection(
        UUID id,
        String instance,
        String site,
        String email,
        Sealed token,
        String tokenHint,
        List<String> projects,
        int everyMinutes,
        String state,
        String stateDetail,
        Instant checkpoint,
        Instant nextSyncAt,
        Instant lastSuccessAt,
        String createdBy,
        Instant createdAt) {}
