/**
 * From JSON text to an {@link io.plumbline.spec.AnalyticsSpec}. Finds every fault that needs no catalog, all at once, each
 * with its place and what is allowed there. A spec that leaves here obeys {@link io.plumbline.spec.SpecLimits} and the
 * JSON Schema; whether its names exist is the compiler's matter.
 */
package io.plumbline.spec.read;
