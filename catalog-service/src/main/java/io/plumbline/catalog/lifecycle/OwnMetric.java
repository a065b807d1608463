package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.metric.MetricReference;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/** Finds the tenant's metric that an address names. */
final class OwnMetric {
    private OwnMetric() {}

    /**
     * What the address names: one of the tenant's metrics, perhaps with a version.
     *
     * @throws ProblemException (404, or 409 where it is one of the product's)
     */
    static MetricReference reference(TenantCatalog catalog, String address) {
        MetricReference reference = MetricReference.parse(address).orElseThrow(() -> unknown(catalog, address));
        if (!catalog.part().versionsOf(reference.name()).isEmpty()) {
            return reference;
        }
        boolean product = catalog.product().metrics().stream()
                .anyMatch(metric -> metric.name().equals(reference.name()));
        throw product ? Refusal.productMetric(reference.name()) : unknown(catalog, address);
    }

    /**
     * The versions that the reference fits, the oldest first.
     *
     * @throws ProblemException (404) where there is none
     */
    static List<MetricDefinition> versions(TenantCatalog catalog, MetricReference reference) {
        List<MetricDefinition> versions = catalog.part().versionsOf(reference.name()).stream()
                .filter(reference::fits)
                .toList();
        if (versions.isEmpty()) {
            throw unknown(catalog, reference.name() + "@" + reference.version());
        }
        return versions;
    }

    private static ProblemException unknown(TenantCatalog catalog, String address) {
        List<String> names = catalog.part().metrics().stream()
                .map(MetricDefinition::name)
                .distinct()
                .toList();
        String nearest = NearestName.find(address, names).orElse(null);
        String message =
                "Your tenant has no such metric of its own" + (nearest == null ? "." : "; nearest: " + nearest + ".");
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                message,
                List.of(new FieldError("/name", "unknown_metric", message, names, nearest)));
    }
}
