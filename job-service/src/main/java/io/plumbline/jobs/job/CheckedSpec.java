package io.plumbline.jobs.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What query-service says of a good spec.
 *
 * @param specHash equal for specs of equal meaning
 * @param shapeHash the same without values, dates and the limit
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckedSpec(String specHash, String shapeHash) {}
