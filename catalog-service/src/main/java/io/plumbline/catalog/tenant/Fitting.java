package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.catalog.definition.rule.Admission;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of a tenant's own metrics fit the present product; the others can't be queried until they are changed. */
final class Fitting {
    private Fitting() {}

    /** All of the tenant's versions; those that break a rule are inactive, and what broke is told. */
    static List<MetricDefinition> of(
            Catalog product, List<MetricDefinition> products, List<MetricDefinition> own, List<String> setAside) {
        List<MetricDefinition> fitting =
                own.stream().filter(MetricDefinition::active).toList();
        var rest =
                new ArrayList<>(own.stream().filter(metric -> !metric.active()).toList());
        while (true) {
            List<DefinitionFault> faults = faults(product, products, fitting);
            Set<String> files = faults.stream().map(DefinitionFault::file).collect(Collectors.toSet());
            List<MetricDefinition> broken = fitting.stream()
                    .filter(metric -> files.contains(Definition.of(metric).file()))
                    .toList();
            if (broken.isEmpty()) {
                return Stream.concat(fitting.stream(), rest.stream()).toList();
            }
            broken.forEach(metric -> rest.add(Copies.active(metric, false)));
            setAside.addAll(sentences(broken, faults));
            fitting =
                    fitting.stream().filter(metric -> !broken.contains(metric)).toList();
        }
    }

    /** What the rules object to in the product's metrics together with these. */
    static List<DefinitionFault> faults(Catalog product, List<MetricDefinition> products, List<MetricDefinition> own) {
        return Admission.check(new Definitions(
                product.entities().stream()
                        .map(entity -> new Definition<>("entities.yaml", entity))
                        .toList(),
                product.dimensions().stream()
                        .map(dimension -> new Definition<>("dimensions.yaml", dimension))
                        .toList(),
                Stream.concat(products.stream(), own.stream())
                        .map(Definition::of)
                        .toList()));
    }

    private static List<String> sentences(List<MetricDefinition> broken, List<DefinitionFault> faults) {
        return broken.stream()
                .map(metric -> metric.id() + " can't be queried until it is changed: "
                        + faults.stream()
                                .filter(fault -> fault.file()
                                        .equals(Definition.of(metric).file()))
                                .map(DefinitionFault::message)
                                .collect(Collectors.joining("; "))
                        + ".")
                .toList();
    }
}
