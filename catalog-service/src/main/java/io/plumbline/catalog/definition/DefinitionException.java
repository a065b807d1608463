package io.plumbline.catalog.definition;

import java.util.List;
import java.util.stream.Collectors;

/** The definitions can't be used. The message lists every fault, a line each. */
public final class DefinitionException extends RuntimeException {
    private final transient List<DefinitionFault> faults;

    public DefinitionException(List<DefinitionFault> faults) {
        super(faults.stream()
                .map(DefinitionFault::describe)
                .collect(Collectors.joining(
                        "\n  ", "The catalog's definitions have " + faults.size() + " fault(s):\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong; never empty. */
    public List<DefinitionFault> faults() {
        return faults;
    }
}
