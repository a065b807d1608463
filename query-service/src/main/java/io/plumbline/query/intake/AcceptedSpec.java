package io.plumbline.query.intake;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.catalog.Catalog;
import java.time.Instant;

/**
 * A spec without faults.
 *
 * @param spec as the caller wrote it
 * @param hash of its canonical form
 * @param catalog that its names were looked up in
 * @param now the present that it was compiled for, to the microsecond
 * @param query what it means
 */
public record AcceptedSpec(AnalyticsSpec spec, String hash, Catalog catalog, Instant now, Compiled.Query query) {
    /** The version of the spec's language, as answers tell it. */
    public static final String VERSION = "1";
}
