package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Entity;
import java.util.function.Consumer;

/** An entity's key and times are columns of it; the entities that kinds of metrics stand on are there. */
final class EntitiesAreSound implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<Entity> definition : definitions.entities()) {
            Entity entity = definition.value();
            for (String column : entity.key()) {
                if (!entity.columns().containsKey(column)) {
                    faults.accept(fault(definition, "key", column + " is no column of it"));
                }
            }
            entity.times().forEach((name, time) -> {
                requireTime(definition, name, time.from(), faults);
                if (time.to() != null) {
                    requireTime(definition, name, time.to(), faults);
                }
            });
        }
        for (String name : Grains.NAMES) {
            if (definitions.findEntity(name).isEmpty()) {
                faults.accept(new DefinitionFault("entities.yaml", "/entities", "the entity " + name + " is missing"));
            }
        }
    }

    private static void requireTime(
            Definition<Entity> definition, String name, String column, Consumer<DefinitionFault> faults) {
        if (definition.value().columns().get(column) != ColumnType.TIME) {
            faults.accept(fault(definition, "time " + name, column + " is no time column of it"));
        }
    }

    private static DefinitionFault fault(Definition<Entity> definition, String place, String message) {
        return new DefinitionFault(
                definition.file(), "entity " + definition.value().name() + ", " + place, message);
    }
}
