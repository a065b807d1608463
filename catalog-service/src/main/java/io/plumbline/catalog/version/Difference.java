package io.plumbline.catalog.version;

/**
 * Something that a new version of a metric says otherwise.
 *
 * @param pointer JSON pointer within the new definition
 * @param message what changes, in words
 */
public record Difference(Level level, String pointer, String message) {}
