package io.plumbline.catalog.lifecycle;

/**
 * Whether a metric can be queried.
 *
 * @param active null means true
 */
public record ActivateRequest(Boolean active) {}
