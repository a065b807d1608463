package io.plumbline.jobs.history;

import java.time.Instant;

/**
 * A field's value over {@code [from, to)}.
 *
 * @param to null where the value lasts; equal to {@code from} for a state without length (a bulk edit)
 * @param value null where the field was empty
 */
public record Interval<V>(Instant from, Instant to, V value) {}
