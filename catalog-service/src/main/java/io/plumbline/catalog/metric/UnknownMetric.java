package io.plumbline.catalog.metric;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** The problem (404) of a caller who names a metric, or a version of one, that does not exist. */
@Singleton
public final class UnknownMetric {
    private static final int NEAREST = 3;

    private final MetricService metrics;
    private final MetricSearch search;

    UnknownMetric(MetricService metrics, MetricSearch search) {
        this.metrics = metrics;
        this.search = search;
    }

    /** @param name as the caller wrote it, perhaps with a version */
    public ProblemException problem(Catalog catalog, String name) {
        String bare = name.replaceFirst("@.*", "");
        List<String> nearest = bare.length() > MetricRequests.QUERY_LENGTH
                ? List.of()
                : search.nearest(metrics.list(catalog, MetricFilter.LISTED), bare, NEAREST);
        boolean known = !metrics.versions(catalog, bare).isEmpty();
        String message = known
                ? "This metric has no such version; its versions are at /analytics/metrics/" + bare + "/versions."
                : "There is no such metric; the list is at /analytics/metrics.";
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                nearest.isEmpty() ? message : message + " Nearest: " + String.join(", ", nearest) + ".",
                List.of(new FieldError(
                        "/name",
                        known ? "unknown_version" : "unknown_metric",
                        message,
                        nearest,
                        nearest.isEmpty() ? null : nearest.getFirst())));
    }
}
