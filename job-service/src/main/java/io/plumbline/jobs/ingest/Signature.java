package io.plumbline.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
