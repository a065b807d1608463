package io.plumbline.jobs.history;

/**
 * One item of a changelog for one field.
 *
 * @param before the value that the tracker says the field had; null where it was empty
 * @param after the value it has from then on; null where it was emptied
 */
public record Change<V>(ChangePoint point, V before, V after) {}
