package io.plumbline.translator.offline.write;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Sort;
import io.plumbline.translator.offline.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one sentence what a spec counts. Read from the spec alone, so that it can't promise anything else. */
public final class Sentence {
    private final AnalyticsSpec spec;
    private final Metrics metrics;

    public Sentence(AnalyticsSpec spec, Metrics metrics) {
        this.spec = spec;
        this.metrics = metrics;
    }

    /**
     * The sentence.
     *
     * @param notes what was corrected, assumed or left out; added in brackets
     */
    public String text(List<String> notes) {
        var parts = new ArrayList<String>();
        parts.add(spec.measures().stream().map(this::measure).collect(Collectors.joining(" and ")));
        spec.filters().stream()
                .flatMap(Filter::tests)
                .map(filter -> FilterWords.of(filter, metrics))
                .forEach(parts::add);
        boolean snapshot = spec.measures().stream().allMatch(measure -> metrics.snapshot(measure.bareName()));
        parts.add(TimeWords.of(spec.time(), snapshot && !isSeries()));
        if (spec.time() != null && spec.time().compare() != null) {
            parts.add(comparison(spec.time().compare()));
        }
        if (!spec.dimensions().isEmpty()) {
            parts.add("for each "
                    + spec.dimensions().stream().map(this::dimension).collect(Collectors.joining(" and ")));
        }
        order().forEach(parts::add);
        var sentence = capitalised(String.join(", ", parts));
        return notes.isEmpty() ? sentence + "." : sentence + " (" + String.join("; ", notes) + ").";
    }

    private boolean isSeries() {
        return spec.dimensions().stream()
                .anyMatch(dimension -> dimension.field().equals(Dimension.METRIC_TIME));
    }

    private String measure(Measure measure) {
        var name = metrics.load(measure.bareName()).displayName();
        var rolled = measure.agg() == null ? name + overSprints(measure) : rollup(measure.agg()) + " of " + name;
        var days = measure.params().get("days");
        return days == null ? rolled : rolled + " (" + days + " days or more)";
    }

    private String overSprints(Measure measure) {
        boolean eachSprint = spec.dimensions().contains(Dimension.of("sprint_name"));
        return metrics.perSprint(measure.bareName()) && !eachSprint
                ? " (" + rollup(metrics.defaultAggregation(measure.bareName())) + " over sprints)"
                : "";
    }

    private static String rollup(Aggregation aggregation) {
        return switch (aggregation) {
            case AVG -> "average";
            case SUM -> "sum";
            case MIN -> "minimum";
            case MAX -> "maximum";
            case MEDIAN, P50 -> "median";
            case P25, P75, P85, P90, P95 -> aggregation.wireName().substring(1) + "th percentile";
            case COUNT, COUNT_DISTINCT -> "number";
            case STDDEV -> "standard deviation";
            case LAST -> "last value";
        };
    }

    private String dimension(Dimension dimension) {
        if (dimension.granularity() == null) {
            return metrics.dimensionName(dimension.field());
        }
        boolean metricTime = dimension.field().equals(Dimension.METRIC_TIME);
        return metricTime ? dimension.granularity().wireName() : metrics.dimensionName(dimension.field());
    }

    private static String comparison(Comparison comparison) {
        return switch (comparison) {
            case PREVIOUS_PERIOD -> "compared with the period before it";
            case PREVIOUS_YEAR -> "compared with the same dates a year earlier";
            case PREVIOUS_SPRINTS -> "compared with the sprints before it";
        };
    }

    private List<String> order() {
        var parts = new ArrayList<String>();
        for (var sort : spec.sort()) {
            boolean byMeasure =
                    spec.measures().stream().anyMatch(m -> m.column().equals(sort.field()));
            boolean descending = sort.dir() == Sort.Direction.DESC;
            parts.add(
                    byMeasure
                            ? (descending ? "highest first" : "lowest first")
                            : (descending ? "latest first" : "earliest first"));
        }
        if (spec.limit() != null) {
            parts.add(spec.limit() == 1 ? "only the first" : "only the first " + spec.limit());
        }
        return parts;
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
