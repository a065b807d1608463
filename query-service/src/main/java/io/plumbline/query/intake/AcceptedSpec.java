package io.plumbline.query.intake;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;

/**
 * A spec without faults.
 *
 * @param spec as the caller wrote it
 * @param hash of its canonical form
 * @param tenant whose rows it asks for
 * @param catalog that its names were looked up in
 * @param now the present that it was compiled for, to the microsecond
 * @param query what it means; its rows begin after the offset
 * @param offset rows of the answer before those asked for
 */
public record AcceptedSpec(
        AnalyticsSpec spec,
        String hash,
        Tenant tenant,
        Catalog catalog,
        Instant now,
        Compiled.Query query,
        long offset) {
    /** The version of the spec's language, as answers tell it. */
    public static final String VERSION = "1";

    /** The same without its first rows; only for one that has all. */
    public AcceptedSpec from(long first) {
        return new AcceptedSpec(spec, hash, tenant, catalog, now, query.skip(first), first);
    }

    /** The most rows of one page. */
    public int limit() {
        return spec.limit() == null ? SpecLimits.INTERACTIVE_ROWS : spec.limit();
    }
}
