package io.plumbline.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An entry as it is shown.
 *
 * @param id of the entry; later entries have greater ones
 * @param kind one of {@link Kind}
 * @param cached whether the answer came out of the cache; then no statement ran
 * @param outcome one of {@link Outcome}
 * @param rows that the caller got; null while that is not known
 * @param durationMs null while that is not known
 * @param questionHash SHA-256 of the question; null where there was none
 * @param specHash null where nothing was asked by a spec
 * @param sqlHashes SHA-256 of each statement's text
 * @param requestId of the request; PostgreSQL's log has it as application_name
 * @param receipt of the answer; null where none was kept
 */
public record AuditView(
        UUID id,
        Instant startedAt,
        String user,
        String kind,
        boolean cached,
        String outcome,
        Long rows,
        Double durationMs,
        String questionHash,
        String specHash,
        List<String> sqlHashes,
        String requestId,
        UUID receipt) {}
