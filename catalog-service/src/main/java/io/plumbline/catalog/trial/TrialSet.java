package io.plumbline.catalog.trial;

import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.trial.TrialRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What has to be tried when a metric changes: the metric, and what the tenant made of it. */
public final class TrialSet {
    private TrialSet() {}

    /**
     * @param metrics the tenant's catalog with the change
     * @param subject the metric that changes; active in that catalog
     * @param isOwn which metrics are the tenant's; the product's are not made of them
     */
    public static TrialRequest of(
            List<MetricDefinition> metrics, MetricDefinition subject, Predicate<MetricDefinition> isOwn) {
        List<MetricDefinition> active =
                metrics.stream().filter(MetricDefinition::active).toList();
        Set<String> touched = reach(active, subject.name(), false);
        List<MetricDefinition> tried = active.stream()
                .filter(metric -> metric.id().equals(subject.id())
                        || (isOwn.test(metric)
                                && !metric.name().equals(subject.name())
                                && touched.contains(metric.name())))
                .toList();
        var needed = new HashSet<String>();
        tried.forEach(metric -> needed.addAll(reach(active, metric.name(), true)));
        return new TrialRequest(
                tried.stream().map(MetricDefinition::id).toList(),
                active.stream()
                        .filter(metric -> needed.contains(metric.name()))
                        .map(TrialSet::withoutWords)
                        .toList());
    }

    /** What a trial needs; words would make the request long. */
    private static MetricDefinition withoutWords(MetricDefinition it) {
        return new MetricDefinition(
                it.name(),
                it.version(),
                "",
                "",
                it.category(),
                it.unit(),
                List.of(),
                List.of(),
                List.of(),
                it.parameters(),
                it.computation(),
                it.additivity(),
                it.listed(),
                it.active(),
                null,
                null,
                it.tested());
    }

    /** The names that are reached from one: those it is made of, or those made of it; itself among them. */
    private static Set<String> reach(List<MetricDefinition> metrics, String start, boolean down) {
        var reached = new HashSet<>(Set.of(start));
        int before;
        do {
            before = reached.size();
            for (MetricDefinition metric : metrics) {
                List<String> parts = Dependencies.of(metric);
                if (down && reached.contains(metric.name())) {
                    reached.addAll(parts);
                } else if (!down && parts.stream().anyMatch(reached::contains)) {
                    reached.add(metric.name());
                }
            }
        } while (reached.size() > before);
        return reached;
    }
}
