package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Entity;
import java.util.Set;
import java.util.function.Consumer;

/** A join names the whole key of its target, so that no row ever has two partners: a fan-out would count it twice. */
final class JoinsReachOneRow implements Rule {
    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<Entity> definition : definitions.entities()) {
            for (Entity.Join join : definition.value().joins()) {
                var place = "entity " + definition.value().name() + ", join " + join.entity();
                definitions
                        .findEntity(join.entity())
                        .ifPresentOrElse(
                                target -> check(
                                        definition.value(),
                                        join,
                                        target,
                                        message ->
                                                faults.accept(new DefinitionFault(definition.file(), place, message))),
                                () -> faults.accept(
                                        new DefinitionFault(definition.file(), place, "there is no such entity")));
            }
        }
    }

    private static void check(Entity here, Entity.Join join, Entity there, Consumer<String> faults) {
        if (!Set.copyOf(join.on().values()).equals(Set.copyOf(there.key()))) {
            faults.accept("it must name the whole key of " + there.name() + ": " + String.join(", ", there.key()));
        }
        join.on().forEach((from, to) -> {
            var type = here.columns().get(from);
            if (type == null || type != there.columns().get(to)) {
                faults.accept(from + " and " + to + " must be columns of the same type");
            }
        });
    }
}
