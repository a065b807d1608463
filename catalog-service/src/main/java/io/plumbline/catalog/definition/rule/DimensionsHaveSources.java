package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A dimension's sources are columns of its type; only {@code metric_time}, each metric's own time, has none. */
final class DimensionsHaveSources implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<DimensionDefinition> definition : definitions.dimensions()) {
            DimensionDefinition dimension = definition.value();
            Consumer<String> report = message ->
                    faults.accept(new DefinitionFault(definition.file(), "dimension " + dimension.name(), message));
            if (dimension.sources().isEmpty() != dimension.name().equals(Dimension.METRIC_TIME)) {
                report.accept("a dimension has a source; only " + Dimension.METRIC_TIME + " has none");
            }
            for (DimensionDefinition.Source source : dimension.sources()) {
                check(definitions, dimension.type(), source, report);
            }
            if (dimension.perSprint() && !reachesFromSprint(definitions, dimension)) {
                report.accept("a sprint does not reach it, so it can't be per_sprint");
            }
        }
    }

    private static void check(
            Definitions definitions, ColumnType type, DimensionDefinition.Source source, Consumer<String> report) {
        Optional<ColumnType> actual = definitions
                .findEntity(source.entity())
                .map(entity -> entity.columns().get(source.column()));
        if (actual.isEmpty()) {
            report.accept("there is no column " + source.column() + " of an entity " + source.entity());
        } else if (actual.get() != type) {
            report.accept(source.entity() + "." + source.column() + " is a "
                    + actual.get().wireName() + ", not a " + type.wireName());
        }
    }

    private static boolean reachesFromSprint(Definitions definitions, DimensionDefinition dimension) {
        if (dimension.sources().isEmpty()) {
            return true;
        }
        Set<String> reached = definitions.findEntity(Grains.PER_SPRINT).stream()
                .flatMap(grain -> grain.joins().stream())
                .map(Entity.Join::entity)
                .collect(Collectors.toSet());
        return dimension.sources().stream().anyMatch(source -> reached.contains(source.entity()));
    }
}
