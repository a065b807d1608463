package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.catalog.metric.MetricReference;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantChange;
import io.plumbline.catalog.store.TenantChange.Action;
import io.plumbline.catalog.tenant.Copies;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.catalog.version.Activation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.List;

/** A version can be queried from now on, or no longer. */
final class ActivationChange {
    private final TenantCatalog catalog;
    private final MetricReference reference;
    private final List<MetricDefinition> versions;

    private ActivationChange(TenantCatalog catalog, MetricReference reference) {
        this.catalog = catalog;
        this.reference = reference;
        this.versions = catalog.part().versionsOf(reference.name());
    }

    static Proposal propose(TenantCatalog catalog, String address, boolean active) {
        var change = new ActivationChange(catalog, OwnMetric.reference(catalog, address));
        return active ? change.activate() : change.deactivate();
    }

    /** The newest version that the address fits; those that it displaces are retired. */
    private Proposal activate() {
        MetricDefinition chosen = OwnMetric.versions(catalog, reference).getLast();
        if (!Activation.isRecent(versions, chosen)) {
            throw Refusal.of(
                    CatalogProblem.STILL_USED,
                    List.of(FieldError.of(
                            "",
                            "too_old",
                            "Only the %d newest major versions can be queried; deactivate a newer one first."
                                    .formatted(Activation.MAJORS))));
        }
        List<MetricDefinition> after = Activation.activate(versions, chosen);
        TenantPart next = catalog.part().with(after);
        List<FieldError> faults = Admittance.faults(catalog, next, chosen);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return proposal(Action.ACTIVATED, Copies.active(chosen, true), after, next, next);
    }

    /** All versions that the address fits. */
    private Proposal deactivate() {
        List<MetricDefinition> after = OwnMetric.versions(catalog, reference).stream()
                .map(metric -> Copies.active(metric, false))
                .toList();
        TenantPart next = catalog.part().with(after);
        List<FieldError> faults = Admittance.inOthers(catalog, next);
        if (!faults.isEmpty()) {
            throw Refusal.of(CatalogProblem.STILL_USED, faults);
        }
        return proposal(Action.DEACTIVATED, after.getLast(), after, next, null);
    }

    private Proposal proposal(
            Action action, MetricDefinition subject, List<MetricDefinition> after, TenantPart next, TenantPart tried) {
        List<MetricDefinition> changed =
                after.stream().filter(version -> !versions.contains(version)).toList();
        List<MetricDefinition> before = Changes.former(versions, changed);
        return new Proposal(
                subject,
                next,
                tried,
                List.of(),
                Changes.retired(before, changed),
                TenantChange.ofMetric(action, reference.name(), null, before, changed));
    }
}
