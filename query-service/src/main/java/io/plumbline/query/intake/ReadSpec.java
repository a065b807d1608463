package io.plumbline.query.intake;

import io.plumbline.spec.AnalyticsSpec;

/**
 * A spec without faults of form.
 *
 * @param spec as the caller wrote it
 * @param hash of its canonical form
 */
public record ReadSpec(AnalyticsSpec spec, String hash) {}
