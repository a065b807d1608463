package io.plumbline.query.warming;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.query.cache.ResultCache;
import io.plumbline.query.catalog.DefinitionsChanged;
import io.plumbline.query.database.QueryConfig;
import io.plumbline.query.freshness.DataChanged;
import io.plumbline.query.freshness.DataVersionService;
import io.plumbline.query.popularity.PopularSpec;
import io.plumbline.query.popularity.PopularityService;
import io.plumbline.query.run.RunService;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a tenant's popular specs once more after its data or definitions changed. One at a time, behind what callers wait
 * for, and for no more than half of the time: warming must cost nobody an answer.
 */
@ApplicationScoped
public class Warming {
    private static final Logger LOG = Logger.getLogger(Warming.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** How long callers go first. */
    private static final Duration MODESTY = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RunService runs;
    private final ResultCache cache;
    private final PopularityService popularity;
    private final DataVersionService versions;
    private final WarmingConfig config;
    private final Duration longest;
    private final MeterRegistry registry;
    private final Pending pending;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("warming")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    Warming(
            RunService runs,
            ResultCache cache,
            PopularityService popularity,
            DataVersionService versions,
            WarmingConfig config,
            QueryConfig database,
            MeterRegistry registry) {
        this.runs = runs;
        this.cache = cache;
        this.popularity = popularity;
        this.versions = versions;
        this.config = config;
        this.longest = database.statementTimeout().plus(GRACE);
        this.registry = registry;
        this.pending = new Pending(config.delay());
    }

    void start(@Observes StartupEvent event) {
        long every = LOOK_EVERY.toMillis();
        var unused = turns.scheduleWithFixedDelay(this::turn, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    void dataChanged(@Observes DataChanged change) {
        add(change.tenant());
    }

    /** The product's definitions are those of all tenants: of those that ask here, the others can wait. */
    void definitionsChanged(@Observes DefinitionsChanged change) {
        change.tenant().ifPresentOrElse(this::add, () -> versions.tenants().forEach(this::add));
    }

    private void add(Tenant tenant) {
        if (config.specs() > 0) {
            pending.add(tenant, System.nanoTime());
        }
    }

    private void turn() {
        try {
            Optional<Tenant> next = pending.take(System.nanoTime());
            if (next.isPresent()) {
                warm(next.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("Answers could not be made before they are asked", e);
        }
    }

    private void warm(Tenant tenant) throws InterruptedException {
        for (PopularSpec popular : popularity.popular(tenant, config.specs())) {
            if (pending.has(tenant)) {
                return;
            }
            letCallersGoFirst();
            long begin = System.nanoTime();
            count(warm(tenant, popular));
            TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begin);
        }
    }

    private String warm(Tenant tenant, PopularSpec popular) {
        try {
            return runs.warm(popular.spec(), new Caller(tenant, "cache-warming", popular.roles()))
                    .await()
                    .atMost(longest)
                    .name()
                    .toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            LOG.debug("An answer could not be made before it is asked", e);
            return "failed";
        }
    }

    private void letCallersGoFirst() throws InterruptedException {
        long end = System.nanoTime() + MODESTY.toNanos();
        while (cache.running() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis() / 10);
        }
    }

    private void count(String outcome) {
        registry.counter("cache_warmed", "outcome", outcome).increment();
    }
}
