package io.plumbline.catalog.definition;

/**
 * Something wrong in a definition.
 *
 * @param file the path below {@code definitions}
 * @param place where in the file: a JSON pointer, or the named part; empty for the whole file
 * @param message what is wrong and what is allowed
 * @param code the name of what must hold, for programs; empty until it is known
 */
public record DefinitionFault(String file, String place, String message, String code) {
    /** A fault whose code is the rule's that found it. */
    public DefinitionFault(String file, String place, String message) {
        this(file, place, message, "");
    }

    /** The same fault, named, unless it has a name. */
    public DefinitionFault named(String name) {
        return code.isEmpty() ? new DefinitionFault(file, place, message, name) : this;
    }

    /** One line for a log or a terminal. */
    public String describe() {
        return "definitions/" + file + (place.isEmpty() ? ": " : " at " + place + ": ") + message;
    }
}
