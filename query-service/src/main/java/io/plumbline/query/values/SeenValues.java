package io.plumbline.query.values;

import java.util.List;
import java.util.Map;

/**
 * What a tenant's rows hold at one data version.
 *
 * @param dataVersion of the tenant's warehouse; equal versions have equal values
 * @param values by dimension, sorted, at most 5,000 each
 */
public record SeenValues(long dataVersion, Map<String, List<String>> values) {}
