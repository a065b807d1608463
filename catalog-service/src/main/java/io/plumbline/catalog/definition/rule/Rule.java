package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import java.util.Locale;
import java.util.function.Consumer;

/** One thing that must hold for the definitions. */
interface Rule {
    void check(Definitions definitions, Consumer<DefinitionFault> faults);

    /** The rule's name for programs, for example {@code weights_sum_to_one}. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
