package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.List;

/** What a change of a tenant's part would break: its own definitions, others of the tenant, words of the overlay. */
public final class PartCheck {
    private PartCheck() {}

    /** The rules' objections to the part after the change that they did not have before it. */
    public static List<DefinitionFault> newFaults(Catalog product, TenantPart before, TenantPart after) {
        var faults = new ArrayList<>(faults(product, after));
        faults.removeAll(faults(product, before));
        return List.copyOf(faults);
    }

    /** What the change would set aside that is in force before it. */
    public static List<String> newlySetAside(Catalog product, TenantPart before, TenantPart after) {
        var sentences = new ArrayList<>(EffectiveCatalog.of(product, after).setAside());
        sentences.removeAll(EffectiveCatalog.of(product, before).setAside());
        return List.copyOf(sentences);
    }

    private static List<DefinitionFault> faults(Catalog product, TenantPart part) {
        return Fitting.faults(
                product,
                Shadowing.without(product.metrics(), part.metrics()),
                part.metrics().stream().filter(MetricDefinition::active).toList());
    }
}
