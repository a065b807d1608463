package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.metric.MetricReference;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantChange;
import io.plumbline.catalog.store.TenantChange.Action;
import io.plumbline.catalog.tenant.Copies;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** A metric, or one version of it, is on its way out: it can be queried, and each answer warns. */
final class Deprecation {
    private static final int LONGEST_REASON = 500;

    private Deprecation() {}

    /** @param today since when the warning stands in answers */
    static Proposal propose(TenantCatalog catalog, String address, DeprecateRequest request, String today) {
        MetricReference reference = OwnMetric.reference(catalog, address);
        List<MetricDefinition> chosen = OwnMetric.versions(catalog, reference);
        List<FieldError> faults = faults(catalog, chosen, request);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        List<MetricDefinition> after = chosen.stream()
                .map(metric -> Copies.deprecated(metric, today, request.replacedBy()))
                .toList();
        return new Proposal(
                after.getLast(),
                catalog.part().with(after),
                null,
                List.of(),
                List.of(),
                TenantChange.ofMetric(Action.DEPRECATED, reference.name(), request.reason(), chosen, after));
    }

    private static List<FieldError> faults(
            TenantCatalog catalog, List<MetricDefinition> chosen, DeprecateRequest request) {
        var faults = new ArrayList<FieldError>();
        if (request == null || request.replacedBy() == null) {
            faults.add(FieldError.of("/replaced_by", "required", "Say which metric to use instead."));
        } else if (!isSuccessor(catalog, chosen, request.replacedBy())) {
            faults.add(FieldError.of(
                    "/replaced_by",
                    "unknown_metric",
                    "Name a metric that can be queried, or another major version of this one, as `name` or `name@2`."));
        }
        String reason = request == null ? null : request.reason();
        if (reason == null || reason.isBlank()) {
            faults.add(FieldError.of("/reason", "required", "Say why, for those who use it."));
        } else if (reason.length() > LONGEST_REASON || !Texts.isClean(reason)) {
            faults.add(
                    FieldError.of("/reason", "wrong_form", "At most %d visible characters.".formatted(LONGEST_REASON)));
        }
        return faults;
    }

    private static boolean isSuccessor(TenantCatalog catalog, List<MetricDefinition> chosen, String text) {
        return MetricReference.parse(text).stream()
                .filter(reference ->
                        reference.version() == null || !reference.version().contains("."))
                .anyMatch(reference -> catalog.catalog().metrics().stream()
                        .filter(metric -> metric.active() && reference.fits(metric))
                        // A bare name means the newest version, so a metric can't replace all of itself.
                        .anyMatch(metric -> chosen.stream()
                                .noneMatch(old -> old.id().equals(metric.id())
                                        || (reference.version() == null
                                                && old.name().equals(metric.name())))));
    }
}
