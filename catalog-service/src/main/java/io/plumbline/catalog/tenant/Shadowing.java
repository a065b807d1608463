package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A later product may bring a metric under a name that a tenant has long used. The tenant's saved specs keep their
 * meaning: its metric stays, and the product's one and all that is made of it can't be queried by this tenant.
 */
final class Shadowing {
    private Shadowing() {}

    static List<MetricDefinition> without(List<MetricDefinition> product, List<MetricDefinition> own) {
        Set<String> taken = own.stream().map(MetricDefinition::name).collect(Collectors.toSet());
        if (product.stream().noneMatch(metric -> taken.contains(metric.name()))) {
            return product;
        }
        Set<String> lost = madeOf(product, taken);
        return product.stream()
                .filter(metric -> !taken.contains(metric.name()))
                .map(metric -> lost.contains(metric.name()) ? Copies.active(metric, false) : metric)
                .toList();
    }

    private static Set<String> madeOf(List<MetricDefinition> product, Set<String> taken) {
        var lost = new HashSet<>(taken);
        int before;
        do {
            before = lost.size();
            product.stream()
                    .filter(metric -> Dependencies.of(metric).stream().anyMatch(lost::contains))
                    .forEach(metric -> lost.add(metric.name()));
        } while (lost.size() > before);
        return lost;
    }
}
