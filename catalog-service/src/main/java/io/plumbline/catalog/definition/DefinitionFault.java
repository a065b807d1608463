package io.plumbline.catalog.definition;

/**
 * Something wrong in a definition.
 *
 * @param file the path below {@code definitions}
 * @param place where in the file: a JSON pointer, or the named part; empty for the whole file
 * @param message what is wrong and what is allowed
 */
public record DefinitionFault(String file, String place, String message) {
    /** One line for a log or a terminal. */
    public String describe() {
        return "definitions/" + file + (place.isEmpty() ? ": " : " at " + place + ": ") + message;
    }
}
