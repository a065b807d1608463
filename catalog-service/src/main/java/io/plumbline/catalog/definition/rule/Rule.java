package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import java.util.function.Consumer;

/** One thing that must hold for the definitions. */
interface Rule {
    void check(Definitions definitions, Consumer<DefinitionFault> faults);
}
