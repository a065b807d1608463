package io.plumbline.query.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The JSON Schema that common-spec carries.
 *
 * @param json the document
 * @param hash changes whenever the document does
 */
record SpecSchema(String json, String hash) {
    private static final String RESOURCE = "schema/analytics-spec.schema.json";

    static SpecSchema load() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("common-spec carries no " + RESOURCE);
            }
            byte[] json = stream.readAllBytes();
            return new SpecSchema(new String(json, StandardCharsets.UTF_8), hash(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
