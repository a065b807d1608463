package io.plumbline.query.compiler;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.catalog.Catalog;
import java.time.Instant;

/**
 * The one way from a spec to SQL. Thread-safe; keeps what it prepared of the newest catalog. Without I/O, a clock or a
 * framework: equal arguments give equal results.
 */
public final class QueryCompiler {

    /**
     * Compiles a spec that has passed the syntactic checks.
     *
     * @param spec what was asked
     * @param catalog the snapshot that names are looked up in
     * @param now the present: where snapshots and open intervals end
     * @param tenant whose rows are read
     * @return the statement, or every mistake in the spec; never throws for a user's mistake
     */
    public Compiled compile(AnalyticsSpec spec, Catalog catalog, Instant now, String tenant) {
        throw new UnsupportedOperationException("the stages follow in the next commits");
    }
}
