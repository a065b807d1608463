package io.plumbline.catalog.http;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.http.Envelope;
import java.util.Map;

/** Envelopes that say which catalog, or which state of its history, they were made from. */
public final class Answers {
    static final String CATALOG_VERSION = "catalog_version";

    static final String REVISION = "revision";

    private Answers() {}

    public static <T> Envelope<T> of(Catalog catalog, T data) {
        return Envelope.of(data, Map.of(CATALOG_VERSION, catalog.version()));
    }

    /** An answer on what was changed, as of the tenant's so many changes. */
    public static <T> Envelope<T> ofHistory(long revision, T data) {
        return Envelope.of(data, Map.of(REVISION, revision));
    }
}
