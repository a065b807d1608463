package io.plumbline.query.popularity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Counts what is asked, in memory, and writes it down now and then. Counts that can't be written are lost: they are no
 * data, only a hint at what is worth being kept warm.
 */
@ApplicationScoped
public class PopularityService {
    private static final Logger LOG = Logger.getLogger(PopularityService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Between two times of writing; what is asked beyond it is not counted. */
    private static final int MOST_SPECS = 10_000;

    private final TenantTransaction transaction;
    private final PopularityRepository repository;
    private final CacheConfig config;
    private final Counter lost;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("popularity").factory());
    private volatile Map<Asked, Tally> tallies = new ConcurrentHashMap<>();

    PopularityService(
            TenantTransaction transaction,
            PopularityRepository repository,
            CacheConfig config,
            MeterRegistry registry) {
        this.transaction = transaction;
        this.repository = repository;
        this.config = config;
        this.lost = Counter.builder("cache_statistics_lost")
                .description("Specs whose counts could not be written down")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        long every = config.statisticsEvery().toMillis();
        var unused = turns.scheduleWithFixedDelay(this::write, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
        write();
    }

    /** Counts an answer to the spec. Costs no more than a look into a map. */
    public void count(AnalyticsSpec spec, KeptAnswer answer) {
        Map<Asked, Tally> present = tallies;
        Asked asked = new Asked(
                answer.key().question().tenant(), answer.key().question().specHash());
        Given given = Given.of(answer, clock.instant());
        Tally tally = present.get(asked);
        if (tally == null && present.size() < MOST_SPECS) {
            tally = present.computeIfAbsent(asked, _ -> new Tally(spec, given));
        }
        if (tally != null) {
            tally.add(given);
        }
    }

    /** The tenant's specs that were asked lately, the most asked ones first. */
    public List<PopularSpec> popular(Tenant tenant, int most) {
        return transaction
                .run(product(tenant), Mode.READ_ONLY, PATIENCE, connection -> repository.load(connection, tenant, most))
                .await()
                .atMost(PATIENCE);
    }

    /** Writes down what was counted since the last time. */
    public synchronized void write() {
        Map<Asked, Tally> counted = tallies;
        tallies = new ConcurrentHashMap<>();
        counted.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().tenant()))
                .forEach((tenant, entries) ->
                        write(tenant, entries.stream().map(Map.Entry::getValue).toList()));
    }

    private void write(Tenant tenant, List<Tally> counted) {
        try {
            transaction
                    .run(
                            product(tenant),
                            Mode.READ_WRITE,
                            PATIENCE,
                            connection -> repository.add(connection, tenant, counted, config.ttl()))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            lost.increment(counted.size());
            LOG.debugf(e, "How often %d specs were asked is not written down", counted.size());
        }
    }

    private static Caller product(Tenant tenant) {
        return Caller.system(tenant, "cache-statistics");
    }
}
