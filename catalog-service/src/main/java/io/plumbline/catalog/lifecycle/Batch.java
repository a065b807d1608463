package io.plumbline.catalog.lifecycle;

import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Several definitions so far.
 *
 * @param catalog the tenant's catalog with those that were accepted
 * @param changes to write, in order
 * @param outcomes of the definitions, in order
 */
record Batch(TenantCatalog catalog, List<TenantChange> changes, List<Outcome> outcomes) {
    Batch {
        changes = List.copyOf(changes);
        outcomes = List.copyOf(outcomes);
    }

    static Batch of(TenantCatalog catalog) {
        return new Batch(catalog, List.of(), List.of());
    }

    Batch with(Outcome outcome) {
        return new Batch(catalog, changes, plus(outcomes, outcome));
    }

    Batch with(Proposal accepted) {
        TenantChange change = accepted.change();
        return new Batch(
                catalog.with(accepted.next()),
                plus(changes, change),
                plus(outcomes, new Outcome.Written(change.action().wireName(), accepted.subject())));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
