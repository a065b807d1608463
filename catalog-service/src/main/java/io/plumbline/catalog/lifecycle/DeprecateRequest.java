package io.plumbline.catalog.lifecycle;

/**
 * Why a metric should no longer be used.
 *
 * @param replacedBy the metric to use instead, {@code name} or {@code name@major}
 * @param reason for those who use it; stands in the history
 */
public record DeprecateRequest(String replacedBy, String reason) {}
