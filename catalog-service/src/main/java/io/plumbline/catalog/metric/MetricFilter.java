package io.plumbline.catalog.metric;

import io.plumbline.spec.catalog.MetricDefinition;

/**
 * Which metrics a list holds.
 *
 * @param category null means any
 * @param active whether versions that can be queried, or those that can't
 * @param tag null means any
 */
public record MetricFilter(String category, boolean active, String tag) {
    /** Every metric that can be queried. */
    public static final MetricFilter LISTED = new MetricFilter(null, true, null);

    boolean admits(MetricDefinition metric) {
        return metric.active() == active
                && (category == null || category.equals(metric.category()))
                && (tag == null || metric.tags().contains(tag));
    }
}
