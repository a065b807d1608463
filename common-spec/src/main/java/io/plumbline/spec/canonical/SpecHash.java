package io.plumbline.spec.canonical;

import io.plumbline.spec.AnalyticsSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a spec's meaning. */
public final class SpecHash {
    private SpecHash() {}

    /** SHA-256 over {@link CanonicalSpec#json}: 64 lower case hexadecimal digits. */
    public static String of(AnalyticsSpec spec) {
        return ofText(CanonicalSpec.json(spec));
    }

    static String ofText(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
