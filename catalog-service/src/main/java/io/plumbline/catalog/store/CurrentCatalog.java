package io.plumbline.catalog.store;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The catalog as it is now, in memory. */
@Singleton
public final class CurrentCatalog {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private volatile Catalog catalog;

    void replace(Catalog next) {
        catalog = next;
    }

    /** The catalog; empty until the start has seeded it. */
    public Optional<Catalog> find() {
        return Optional.ofNullable(catalog);
    }

    /**
     * The catalog.
     *
     * @throws ProblemException (503) until the start has seeded it
     */
    public Catalog load() {
        return find().orElseThrow(() -> new ProblemException(
                        CommonProblem.UNAVAILABLE, "The catalog is still being prepared. Try again soon.")
                .withRetryAfter(RETRY_AFTER));
    }
}
