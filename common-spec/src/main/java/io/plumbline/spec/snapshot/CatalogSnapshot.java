package io.plumbline.spec.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.plumbline.spec.catalog.Catalog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The newest catalog read from catalog-service. Reading starts with the first use, is repeated on a timed check and on
 * {@link #refresh()}; while catalog-service is away the last catalog stays in use.
 */
@ApplicationScoped
public class CatalogSnapshot {
    private final CatalogReader reader;
    private final Duration checkEvery;
    private final Duration retryEvery;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("catalog-snapshot").factory());
    private final MeterRegistry metrics;
    private volatile VersionedCatalog newest;
    private volatile long confirmedAt;

    /**
     * @param url where catalog-service answers, without a path
     * @param checkEvery how often to ask for a newer catalog
     * @param retryEvery how often to ask while none was read yet
     * @param metrics is told the age of what is in use
     */
    @Inject
    public CatalogSnapshot(
            @ConfigProperty(name = "plumbline.catalog.url", defaultValue = "http://127.0.0.1:8084") URI url,
            @ConfigProperty(name = "plumbline.catalog.check-every", defaultValue = "PT30S") Duration checkEvery,
            @ConfigProperty(name = "plumbline.catalog.retry-every", defaultValue = "PT1S") Duration retryEvery,
            MeterRegistry metrics) {
        this.reader = new CatalogReader(url);
        this.checkEvery = checkEvery;
        this.retryEvery = retryEvery;
        this.metrics = metrics;
    }

    @PostConstruct
    void start() {
        TimeGauge.builder("catalog_snapshot_age", this, TimeUnit.NANOSECONDS, CatalogSnapshot::age)
                .description("Time since catalog-service last confirmed the catalog in use; no number before the first")
                .register(metrics);
        checks.execute(this::checkAndPlanNext);
    }

    @PreDestroy
    void stop() {
        checks.shutdownNow();
    }

    /** The newest catalog; empty until the first one was read. Never blocks. */
    public Optional<Catalog> current() {
        return Optional.ofNullable(newest).map(VersionedCatalog::catalog);
    }

    /** Asks for a newer catalog now. Completes when that is done, also when catalog-service is away. */
    public CompletionStage<Void> refresh() {
        try {
            return CompletableFuture.runAsync(this::check, checks);
        } catch (RejectedExecutionException stopped) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private void checkAndPlanNext() {
        check();
        var pause = newest == null ? retryEvery : checkEvery;
        try {
            var unused = checks.schedule(this::checkAndPlanNext, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            // The application is shutting down.
        }
    }

    private void check() {
        reader.read(newest).ifPresent(catalog -> {
            confirmedAt = System.nanoTime();
            newest = catalog;
        });
    }

    private double age() {
        return newest == null ? Double.NaN : System.nanoTime() - confirmedAt;
    }
}
