package io.plumbline.catalog.definition;

/**
 * A definition and where it was read.
 *
 * @param file the path below {@code definitions}, for messages
 */
public record Definition<T>(String file, T value) {}
