package io.plumbline.query.audit;

import io.plumbline.query.retention.TimedIds;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.tenant.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * Who asks what, as it is written before it is asked.
 *
 * @param questionHash SHA-256 of the question that the spec was made of; null where there was none
 * @param requestId the {@code application_name} of its statements
 * @param dueAt without an outcome until then, what became of it is unknown
 */
public record AuditEntry(
        UUID id,
        Caller caller,
        Purpose purpose,
        String questionHash,
        String requestId,
        Instant startedAt,
        Instant dueAt) {

    /**
     * An entry under a new id.
     *
     * @param patience how long its outcome may take to come
     */
    static AuditEntry of(Caller caller, Purpose purpose, Duration patience) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new AuditEntry(
                TimedIds.at(now),
                caller,
                purpose,
                LogContext.questionHash(),
                Objects.requireNonNullElse(LogContext.requestId(), caller.user()),
                now,
                now.plus(patience));
    }
}
