package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantChange;
import io.plumbline.catalog.store.TenantChange.Action;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.catalog.tenant.Versions;
import io.plumbline.catalog.version.Activation;
import io.plumbline.catalog.version.Compatibility;
import io.plumbline.catalog.version.Difference;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** A first or further version of a tenant's metric. */
final class NewVersion {
    /** Enough for a tenant's wishes, and little enough to be held in memory for each tenant. */
    static final int MOST_VERSIONS = 300;

    private final TenantCatalog catalog;
    private final MetricBody body;

    private NewVersion(TenantCatalog catalog, MetricBody body) {
        this.catalog = catalog;
        this.body = body;
    }

    /** @throws ProblemException with every fault that can be found without data */
    static Proposal propose(TenantCatalog catalog, MetricBody body) {
        return new NewVersion(catalog, body).propose();
    }

    private Proposal propose() {
        MetricDefinition metric = body.definition();
        if (metric == null || metric.name() == null || !hasVersion(metric)) {
            throw Refusal.invalid(body.faults());
        }
        refuseWhatIsTaken(metric);
        List<MetricDefinition> versions = catalog.part().versionsOf(metric.name());
        var faults = new ArrayList<>(body.faults());
        List<Difference> differences = List.of();
        if (!versions.isEmpty()) {
            MetricDefinition before = Activation.predecessor(versions, Versions.of(metric));
            differences = Compatibility.between(before, metric);
            faults.addAll(VersionStep.faults(before, metric, differences));
        }
        List<MetricDefinition> activated = Activation.activate(versions, metric);
        TenantPart tried = catalog.part().with(activated);
        faults.addAll(Admittance.faults(catalog, tried, metric));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return proposal(metric, versions, metric.active() ? activated : List.of(metric), tried, differences);
    }

    /** Without one the metric has no place among its versions, and nothing more can be said of it. */
    private boolean hasVersion(MetricDefinition metric) {
        return metric.version() != null
                && body.faults().stream().noneMatch(fault -> fault.pointer().equals("/version"));
    }

    private Proposal proposal(
            MetricDefinition metric,
            List<MetricDefinition> versions,
            List<MetricDefinition> written,
            TenantPart tried,
            List<Difference> differences) {
        List<MetricDefinition> changed =
                written.stream().filter(version -> !versions.contains(version)).toList();
        List<MetricDefinition> before = Changes.former(versions, changed);
        Action action = versions.isEmpty() ? Action.CREATED : Action.UPDATED;
        return new Proposal(
                metric,
                catalog.part().with(changed),
                tried,
                differences,
                Changes.retired(before, changed),
                TenantChange.ofMetric(action, metric.name(), null, before, changed));
    }

    private void refuseWhatIsTaken(MetricDefinition metric) {
        String name = metric.name();
        boolean own = !catalog.part().versionsOf(name).isEmpty();
        if (!own
                && catalog.product().metrics().stream().anyMatch(it -> it.name().equals(name))) {
            throw Refusal.productMetric(name);
        }
        if (catalog.part().metrics().size() >= MOST_VERSIONS) {
            throw new ProblemException(
                    CatalogProblem.TOO_MANY_VERSIONS,
                    "A tenant has at most %d versions of metrics of its own.".formatted(MOST_VERSIONS));
        }
        if (catalog.part().versionsOf(name).stream().anyMatch(it -> it.id().equals(metric.id()))) {
            SemanticVersion newest = Versions.of(catalog.part().versionsOf(name).getLast());
            throw Refusal.of(
                    CatalogProblem.VERSION_EXISTS,
                    List.of(FieldError.of(
                            "/version",
                            "version_exists",
                            "`%s` exists and is never changed; the newest version is %s."
                                    .formatted(metric.id(), VersionStep.text(newest)))));
        }
    }
}
