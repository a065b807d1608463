package io.plumbline.query.schema;

import io.plumbline.spec.signature.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema that common-spec carries.
 *
 * @param json the document
 * @param hash changes whenever the document does
 */
record SpecSchema(String json, String hash) {
    private static final int DIGITS = 16;
    private static final String RESOURCE = "schema/analytics-spec.schema.json";

    static SpecSchema load() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("common-spec carries no " + RESOURCE);
            }
            byte[] json = stream.readAllBytes();
            return new SpecSchema(
                    new String(json, StandardCharsets.UTF_8), Sha256.hex(json).substring(0, DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
