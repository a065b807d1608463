package io.plumbline.jobs.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.jobs.jira.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A connection, as its administrators see it. The token is never given back.
 *
 * @param token its last 4 characters
 * @param projects keys; empty: all that the account sees
 * @param everyMinutes 0: by hand only
 * @param state ready, or needs_attention: then nothing is synced until a person acts
 * @param stateDetail what has to be done or went wrong last; null where all is well
 * @param checkpoints named: until when changes are in the warehouse
 * @param nextSyncAt null: not before somebody asks
 * @param account whom the tracker knows under these credentials; only after a test
 */
public record ConnectionView(
        UUID id,
        String instance,
        String site,
        String email,
        String token,
        List<String> projects,
        int everyMinutes,
        String state,
        String stateDetail,
        Map<String, Instant> checkpoints,
        Instant nextSyncAt,
        Instant lastSuccessAt,
        String createdBy,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) TestedAccount account) {

    /** The account that a test call met. */
    public record TestedAccount(String id, String displayName, String timezone) {}

    static ConnectionView of(StoredConnection stored) {
        return new ConnectionView(
                stored.id(),
                stored.instance(),
                stored.site(),
                stored.email(),
                stored.tokenHint(),
                stored.projects(),
                stored.everyMinutes(),
                stored.state(),
                stored.stateDetail(),
                stored.checkpoint() == null ? Map.of() : Map.of("issues.updated", stored.checkpoint()),
                stored.nextSyncAt(),
                stored.lastSuccessAt(),
                stored.createdBy(),
                stored.createdAt(),
                null);
    }

    ConnectionView tested(Account tested) {
        return new ConnectionView(
                id,
                instance,
                site,
                email,
                token,
                projects,
                everyMinutes,
                state,
                stateDetail,
                checkpoints,
                nextSyncAt,
                lastSuccessAt,
                createdBy,
                createdAt,
                new TestedAccount(
                        tested.id(), tested.displayName(), tested.zone().getId()));
    }
}
