package io.plumbline.spec.trial;

import io.plumbline.spec.Aggregation;

/**
 * An aggregation of a metric that can't be compiled or run.
 *
 * @param metric {@code name@version}
 * @param code stable name of the fault, for example {@code too_slow}
 * @param message what was wrong, in plain words
 */
public record TrialFault(String metric, Aggregation aggregation, String code, String message) {}
