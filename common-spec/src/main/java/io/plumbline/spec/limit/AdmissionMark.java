package io.plumbline.spec.limit;

import io.plumbline.spec.signature.HmacSha256;
import io.quarkus.runtime.Startup;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Proof that a call with a caller's token comes from a service that has counted the caller's request already, so that one
 * request through the gateway counts once. It is signed with a secret of the services, holds for this one token and for
 * a minute; the gateway drops it from what callers send.
 */
@Startup
@Singleton
public final class AdmissionMark {
    /** The header that holds it: the second at which it ends, a dot, the signature. */
    public static final String HEADER = "X-Plumbline-Admitted";

    private static final int KEY_CHARACTERS = 32;
    private static final Duration VALID = Duration.ofMinutes(1);

    private final Optional<byte[]> key;
    private final Clock clock;

    @Inject
    AdmissionMark(LimitConfig config) {
        this(config.admissionKey(), Clock.systemUTC());
    }

    AdmissionMark(Optional<String> secret, Clock clock) {
        this.key = secret.filter(text -> !text.isBlank()).map(AdmissionMark::key);
        this.clock = clock;
    }

    /** Adds the caller's token to a call of another service, and the mark where there is a secret to sign it with. */
    public void put(RequestOptions call, String token) {
        String authorization = "Bearer " + token;
        call.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        String end = Long.toString(clock.instant().plus(VALID).getEpochSecond());
        key.ifPresent(secret -> call.putHeader(HEADER, end + "." + signature(secret, end, authorization)));
    }

    /** Whether a request has a mark, and one that holds. */
    boolean holds(MultiMap headers) {
        String mark = headers.get(HEADER);
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (mark == null || authorization == null || key.isEmpty()) {
            return false;
        }
        int dot = mark.indexOf('.');
        String end = dot < 0 ? "" : mark.substring(0, dot);
        return MessageDigest.isEqual(bytes(mark.substring(dot + 1)), bytes(signature(key.get(), end, authorization)))
                // Signed, so it is a number.
                && Long.parseLong(end) >= clock.instant().getEpochSecond();
    }

    private static byte[] key(String secret) {
        if (secret.length() < KEY_CHARACTERS) {
            throw new IllegalArgumentException("""
                    plumbline.limits.admission-key (PLUMBLINE_ADMISSION_KEY) must have at least %d characters; make one \
                    with: openssl rand -hex 32""".formatted(KEY_CHARACTERS));
        }
        return bytes(secret);
    }

    private static String signature(byte[] key, String end, String authorization) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HmacSha256.of(key, bytes(end + "." + authorization)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
