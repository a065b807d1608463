package io.plumbline.spec.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.signature.HmacSha256;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs and checks delegations: what job-service tells query-service about whose job it is, long after the caller's token
 * has ended. Signed with a secret of the services (HMAC-SHA256) and good for a minute. The gateway routes none of the
 * addresses that take it.
 */
@Startup
@Singleton
public final class Delegations {
    /** The header that holds it: the words as base64url JSON, a dot, their signature. */
    public static final String HEADER = "X-Plumbline-Delegation";
    /** How long one holds. */
    public static final Duration VALID = Duration.ofMinutes(1);

    private static final int KEY_CHARACTERS = 32;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Optional<byte[]> key;
    private final Clock clock;

    @Inject
    Delegations(InternalConfig config) {
        this(config.key(), Clock.systemUTC());
    }

    /** With a secret of at least 32 characters; none: nothing can be signed and nothing is believed. */
    Delegations(Optional<String> secret, Clock clock) {
        this.key = secret.filter(text -> !text.isBlank()).map(Delegations::key);
        this.clock = clock;
    }

    private record Words(Tenant tenantId, String user, List<String> roles, UUID jobId, long exp) {}

    /**
     * The header's value for one call; sign anew for each.
     *
     * @throws ProblemException (503) where there is no secret
     */
    public String sign(Caller caller, UUID job) {
        var words = new Words(
                caller.tenant(),
                caller.user(),
                caller.roles().stream().sorted().toList(),
                job,
                clock.instant().plus(VALID).getEpochSecond());
        String text = ENCODER.encodeToString(json(words));
        return text + "." + signature(required(), text);
    }

    /**
     * Whose job a call is for.
     *
     * @param header its value; null where the call has none
     * @throws ProblemException (401) where it was not signed by one of the services or holds no more; (503) where there is
     *     no secret
     */
    public Delegation require(String header) {
        byte[] secret = required();
        int dot = header == null ? -1 : header.indexOf('.');
        if (dot < 0
                || !MessageDigest.isEqual(
                        bytes(header.substring(dot + 1)), bytes(signature(secret, header.substring(0, dot))))) {
            throw unauthorized();
        }
        // Signed, so it can be read.
        Words words = words(header.substring(0, dot));
        if (words.exp() < clock.instant().getEpochSecond()
                || words.exp() > clock.instant().plus(VALID.multipliedBy(2)).getEpochSecond()) {
            throw unauthorized();
        }
        return new Delegation(new Caller(words.tenantId(), words.user(), Set.copyOf(words.roles())), words.jobId());
    }

    private byte[] required() {
        return key.orElseThrow(() -> new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "Jobs need a secret that the services share: set PLUMBLINE_INTERNAL_KEY of job-service and"
                                + " query-service to the same text of at least 32 characters.")
                .withRetryAfter(RETRY_AFTER));
    }

    private static ProblemException unauthorized() {
        return new ProblemException(
                CommonProblem.UNAUTHORIZED,
                "This address is for job-service alone, with words signed by PLUMBLINE_INTERNAL_KEY that are no older than"
                        + " a minute.");
    }

    private static byte[] key(String secret) {
        if (secret.length() < KEY_CHARACTERS) {
            throw new IllegalArgumentException("""
                    plumbline.internal.key (PLUMBLINE_INTERNAL_KEY) must have at least %d characters; make one with: \
                    openssl rand -hex 32""".formatted(KEY_CHARACTERS));
        }
        return bytes(secret);
    }

    private static String signature(byte[] key, String text) {
        return ENCODER.encodeToString(HmacSha256.of(key, bytes(text)));
    }

    private static byte[] json(Words words) {
        try {
            return Json.mapper().writeValueAsBytes(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are always JSON", e);
        }
    }

    private static Words words(String text) {
        try {
            return Json.mapper().readValue(Base64.getUrlDecoder().decode(text), Words.class);
        } catch (IOException | IllegalArgumentException e) {
            throw unauthorized().causedBy(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
