package io.plumbline.catalog.metric;

/**
 * A metric that a search found.
 *
 * @param score how well it fits, only to be compared within one answer
 */
public record MetricHit(
        String name,
        String version,
        String displayName,
        String description,
        String category,
        String unit,
        double score) {

    static MetricHit of(MetricSearch.Hit hit) {
        var metric = hit.metric();
        return new MetricHit(
                metric.name(),
                metric.version(),
                metric.displayName(),
                metric.description(),
                metric.category(),
                metric.unit(),
                Math.round(hit.score() * 10) / 10.0);
    }
}
