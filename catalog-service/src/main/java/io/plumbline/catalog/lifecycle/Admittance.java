package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.tenant.PartCheck;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the catalog still holds together with a change: the rules that the product's own definitions pass. */
final class Admittance {
    /** Words of addresses below {@code /analytics/metrics}. */
    private static final Set<String> RESERVED =
            Set.of("search", "import", "export", "docs", "index", "history", "versions");

    private Admittance() {}

    /** @param subject the metric that the caller defines; faults of others are told without a place */
    static List<FieldError> faults(TenantCatalog catalog, TenantPart next, MetricDefinition subject) {
        var errors = new ArrayList<FieldError>();
        if (RESERVED.contains(subject.name())) {
            errors.add(FieldError.of("/name", "reserved_name", "Take another name: this one stands in addresses."));
        }
        String file = Definition.of(subject).file();
        for (DefinitionFault fault : PartCheck.newFaults(catalog.product(), catalog.part(), next)) {
            errors.add(fault.file().equals(file) ? own(fault) : others(fault));
        }
        if (errors.isEmpty()) {
            PartCheck.newlySetAside(catalog.product(), catalog.part(), next).stream()
                    .map(sentence -> FieldError.of("", "conflicts_with_overlay", sentence))
                    .forEach(errors::add);
        }
        return errors;
    }

    /** The faults that a change makes in other definitions of the tenant. */
    static List<FieldError> inOthers(TenantCatalog catalog, TenantPart next) {
        return PartCheck.newFaults(catalog.product(), catalog.part(), next).stream()
                .map(Admittance::others)
                .toList();
    }

    private static FieldError own(DefinitionFault fault) {
        return FieldError.of(fault.place(), fault.code(), Texts.sentence(fault.message()));
    }

    private static FieldError others(DefinitionFault fault) {
        String name = fault.file().replaceFirst(".*/", "").replaceFirst("(@\\d+)?\\.yaml$", "");
        return FieldError.of("", fault.code(), "In `%s`: %s".formatted(name, Texts.sentence(fault.message())));
    }
}
