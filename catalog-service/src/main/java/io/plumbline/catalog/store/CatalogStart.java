package io.plumbline.catalog.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Seeds the catalog at start. A bad definition, or a database that stays absent, ends the start with its reason. */
@Singleton
final class CatalogStart {
    private static final Logger LOG = Logger.getLogger(CatalogStart.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CatalogRepository repository;
    private final CurrentCatalog current;
    private final CatalogAnnouncer announcer;
    private final MeterRegistry meters;

    CatalogStart(
            CatalogRepository repository, CurrentCatalog current, CatalogAnnouncer announcer, MeterRegistry meters) {
        this.repository = repository;
        this.current = current;
        this.announcer = announcer;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent start) {
        seed(CatalogFiles.load());
        meters.gauge("metrics_catalog_size", current, CatalogStart::size);
    }

    /** Brings the database up to date with these definitions and serves the outcome from now on. */
    CatalogSeed seed(Catalog files) {
        CatalogSeed seed = repository
                .seed(files)
                .ifNoItem()
                .after(LIMIT)
                .failWith(TimeoutException::new)
                .onFailure(CatalogStart::mayPass)
                .invoke(failure -> LOG.infof("PostgreSQL does not answer yet: %s", failure))
                .onFailure(CatalogStart::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .await()
                .indefinitely();
        current.replace(seed.catalog());
        LOG.infof(
                "Catalog version %s: %d metric versions, %d of them changed",
                seed.catalog().version(), seed.catalog().metrics().size(), seed.rowsChanged());
        if (seed.isNew()) {
            announcer.announce(CatalogChanged.of(seed.catalog().version(), seed.changedAt()));
        }
        return seed;
    }

    /** Under load, or while the server itself starts, the first connection may take longer than a caller would wait. */
    private static boolean mayPass(Throwable failure) {
        ProblemType type = DatabaseFaults.toProblem(failure).type();
        return failure instanceof NoStackTraceThrowable
                || type == CommonProblem.UNAVAILABLE
                || type == CommonProblem.TIMEOUT;
    }

    private static double size(CurrentCatalog current) {
        return current.find().map(catalog -> catalog.metrics().size()).orElse(0);
    }
}
