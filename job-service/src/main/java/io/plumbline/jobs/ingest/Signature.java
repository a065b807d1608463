package io.plumbline.jobs.ingest;

import io.plumbline.spec.signature.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The signature of a webhook: the HMAC-SHA256 of its body, as {@code sha256=<hex>}. */
final class Signature {
    private static final String METHOD = "sha256=";

    private Signature() {}

    /** Whether the header holds the body's signature. How long it takes tells nothing of the secret. */
    static boolean isRight(String header, byte[] body, String secret) {
        byte[] expected = hmac(body, secret);
        return MessageDigest.isEqual(expected, given(header));
    }

    static String of(byte[] body, String secret) {
        return METHOD + HexFormat.of().formatHex(hmac(body, secret));
    }

    static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] given(String header) {
        if (header == null || !header.startsWith(METHOD) || header.length() != METHOD.length() + 64) {
            return new byte[0];
        }
        try {
            return HexFormat.of().parseHex(header, METHOD.length(), header.length());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hmac(byte[] body, String secret) {
        return HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), body);
    }
}
