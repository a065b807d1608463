package io.plumbline.catalog.http;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.http.Envelope;
import java.util.Map;

/** Envelopes that say which catalog they were made from. */
public final class Answers {
    static final String CATALOG_VERSION = "catalog_version";

    private Answers() {}

    public static <T> Envelope<T> of(Catalog catalog, T data) {
        return Envelope.of(data, Map.of(CATALOG_VERSION, catalog.version()));
    }
}
