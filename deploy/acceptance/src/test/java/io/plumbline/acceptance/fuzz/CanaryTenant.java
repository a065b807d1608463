package io.plumbline.acceptance.fuzz;

import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A tenant whose texts all hold its canary, and no other tenant's do.
 *
 * @param foreign the canaries that it must never see
 */
record CanaryTenant(String name, String token, String canary, List<String> foreign, CatalogFacts catalog) {
    /** Three of them, imported. */
    static List<CanaryTenant> three(Product product, long seed) {
        Chance chance = new Chance(seed);
        List<String> canaries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            canaries.add("qq" + Marker.of(chance).text());
        }
        List<CanaryTenant> tenants = new ArrayList<>();
        for (int i = 0; i < canaries.size(); i++) {
            String canary = canaries.get(i);
            String tenant = product.freshTenant();
            product.load(tenant, "i-" + canary, new CanaryRecords(canary).of(seed + 100L * i));
            String token = product.tokens().viewer(tenant);
            List<String> foreign =
                    canaries.stream().filter(c -> !c.equals(canary)).toList();
            tenants.add(new CanaryTenant(tenant, token, canary, foreign, CatalogFacts.read(product, token)));
        }
        return tenants;
    }

    /** Whether a text tells anything of another tenant. */
    boolean seesForeign(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return foreign.stream().anyMatch(folded::contains);
    }

    boolean seesOwn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(canary);
    }
}
