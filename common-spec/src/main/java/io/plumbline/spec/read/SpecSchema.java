package io.plumbline.spec.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (draft 2020-12) of the spec. Tests hold it equal to the records and to {@link SpecReader}. */
public final class SpecSchema {
    private static final String RESOURCE = "/schema/analytics-spec.schema.json";

    private SpecSchema() {}

    /** The schema as JSON text. */
    public static String text() {
        try (var stream = SpecSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
