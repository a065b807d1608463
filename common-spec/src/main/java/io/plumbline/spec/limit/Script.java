package io.plumbline.spec.limit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The rule in Redis's own language.
 *
 * @param hash the name by which Redis knows the text once it has seen it
 */
record Script(String text, String hash) {
    private static final String FILE = "/redis/rate_limit.lua";

    static Script load() {
        try (InputStream file = Script.class.getResourceAsStream(FILE)) {
            byte[] text = file.readAllBytes();
            // Not for security: Redis itself names scripts so.
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return new Script(
                    new String(text, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
