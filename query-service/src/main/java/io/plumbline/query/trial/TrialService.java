package io.plumbline.query.trial;

import io.plumbline.query.audit.AuditedTransaction;
import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.QueryCompiler;
import io.plumbline.query.intake.QueryProblem;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.trial.TrialFault;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compiles each metric in all its aggregations and runs what comes of it, each statement in a read-only transaction of
 * its own with a short limit, so that one fault hides no other.
 */
@ApplicationScoped
public class TrialService {
    private static final Logger LOG = Logger.getLogger(TrialService.class);
    private static final Duration CATALOG_RETRY = Duration.ofSeconds(2);

    private final CatalogSnapshot catalogs;
    private final AuditedTransaction transaction;
    private final TrialRepository repository;
    private final Duration limit;
    private final Clock clock = Clock.systemUTC();

    TrialService(
            CatalogSnapshot catalogs,
            AuditedTransaction transaction,
            TrialRepository repository,
            @ConfigProperty(name = "plumbline.trial.statement-timeout") Duration limit) {
        this.catalogs = catalogs;
        this.transaction = transaction;
        this.repository = repository;
        this.limit = limit;
    }

    /** @return fails where the trial itself can't be made; faults of the metrics are its item */
    Uni<TrialResult> attempt(TrialRequest request, Caller caller) {
        Catalog catalog = catalog(request.definitions());
        // A compiler of its own: it keeps what it prepared of the newest catalog, and this one is seen once.
        var compiler = new QueryCompiler();
        List<Trial> trials = catalog.metrics().stream()
                .filter(metric -> request.metrics().contains(metric.id()))
                .flatMap(metric -> Trial.of(metric).stream())
                .toList();
        var faults = new ArrayList<TrialFault>();
        var ready = new ArrayList<Ready>();
        for (Trial trial : trials) {
            compile(compiler, catalog, trial, caller, faults).ifPresent(query -> ready.add(new Ready(trial, query)));
        }
        return Multi.createFrom()
                .iterable(ready)
                .onItem()
                .transformToUniAndConcatenate(it -> run(it, caller))
                .collect()
                .asList()
                .map(found -> {
                    found.stream().flatMap(Optional::stream).forEach(faults::add);
                    return new TrialResult(faults.stream().distinct().toList(), ready.size());
                });
    }

    private record Ready(Trial trial, Compiled.Query query) {}

    private Catalog catalog(List<MetricDefinition> definitions) {
        Catalog product = catalogs.current()
                .orElseThrow(() -> new ProblemException(
                                QueryProblem.CATALOG_UNAVAILABLE, "They are being loaded. Try again in a moment.")
                        .withRetryAfter(CATALOG_RETRY));
        return new Catalog("trial", product.entities(), product.dimensions(), definitions, product.calendar());
    }

    private Optional<Compiled.Query> compile(
            QueryCompiler compiler, Catalog catalog, Trial trial, Caller caller, List<TrialFault> faults) {
        try {
            return switch (compiler.compile(
                    trial.spec(), catalog, clock.instant(), caller.tenant().slug())) {
                case Compiled.Query query -> Optional.of(query);
                case Compiled.Rejected rejected -> {
                    rejected.errors().forEach(error -> faults.add(trial.fault(error.code(), error.message())));
                    yield Optional.empty();
                }
            };
        } catch (RuntimeException e) {
            LOG.warnf(e, "Trial of %s can't be compiled", trial.metric().id());
            faults.add(trial.fault("cannot_compile", "no statement can be made of this definition."));
            return Optional.empty();
        }
    }

    private Uni<Optional<TrialFault>> run(Ready ready, Caller caller) {
        Purpose purpose = Purpose.of(Kind.TRIAL, null, TrialRepository.statements(ready.query()));
        return transaction
                .read(caller, purpose, limit, connection -> repository.run(connection, ready.query()), _ -> 0)
                .map(_ -> Optional.<TrialFault>empty())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> RunFaults.of(ready.trial(), failure)
                        .map(fault -> Uni.createFrom().item(Optional.of(fault)))
                        .orElseGet(() -> Uni.createFrom().failure(failure)));
    }
}
