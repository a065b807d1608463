package io.plumbline.translator.offline;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.text.Tokenizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the translator needs to know of the catalog's metrics and dimensions, by name. */
public final class Metrics {
    private final Map<String, MetricDefinition> byName = new LinkedHashMap<>();
    private final Map<String, DimensionDefinition> dimensions;
    private final Map<String, Set<String>> stems = new HashMap<>();

    public Metrics(Catalog catalog) {
        for (var metric : catalog.metrics()) {
            if (metric.active()) {
                byName.merge(metric.name(), metric, (a, b) -> b.majorVersion() > a.majorVersion() ? b : a);
            }
        }
        this.dimensions =
                catalog.dimensions().stream().collect(Collectors.toMap(DimensionDefinition::name, Function.identity()));
        listed().forEach(metric -> stems.put(metric.name(), stemsOf(metric)));
    }

    private static Set<String> stemsOf(MetricDefinition metric) {
        return Stream.concat(Stream.of(metric.displayName()), metric.synonyms().stream())
                .flatMap(name -> Tokenizer.tokens(name).stream())
                .map(Token::stem)
                .filter(stem -> stem.length() > 2)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many words of a question also stand in a listed metric's names. */
    int sharedWords(String metric, Set<String> questionStems) {
        return (int) stems.get(metric).stream().filter(questionStems::contains).count();
    }

    /** The newest version of every metric that lists show. */
    public Collection<MetricDefinition> listed() {
        return byName.values().stream().filter(MetricDefinition::listed).toList();
    }

    public boolean has(String metric) {
        return byName.containsKey(metric);
    }

    public MetricDefinition load(String metric) {
        return Optional.ofNullable(byName.get(metric)).orElseThrow();
    }

    /** The dimension's name for people, in lower case as it stands in a sentence. */
    public String dimensionName(String field) {
        var dimension = dimensions.get(field);
        var name = dimension == null ? field.replace('_', ' ') : dimension.displayName();
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether the metric's values belong to whole sprints, so that it takes only the sprint's own dimensions. */
    public boolean perSprint(String metric) {
        return switch (load(metric).computation()) {
            case Computation.PerSprint p -> true;
            case Computation.Composite c -> true;
            case Computation.Ratio ratio -> perSprint(ratio.numerator()) || perSprint(ratio.denominator());
            case Computation.Derived derived -> derived.inputs().stream().anyMatch(input -> perSprint(input.metric()));
            case Computation.Simple s -> false;
            case Computation.Snapshot s -> false;
        };
    }

    public boolean snapshot(String metric) {
        return load(metric).computation() instanceof Computation.Snapshot;
    }

    /** Whether a metric takes a dimension or a filter on it. */
    public boolean takes(String metric, String field) {
        var dimension = dimensions.get(field);
        return dimension != null && (!perSprint(metric) || dimension.perSprint());
    }

    public boolean hasDimension(String field) {
        return dimensions.containsKey(field);
    }

    /** The names of the dimensions that per-sprint metrics take, for people. */
    public String sprintDimensionNames() {
        return dimensions.values().stream()
                .filter(dimension -> dimension.perSprint() && !"metric_time".equals(dimension.name()))
                .map(dimension -> dimensionName(dimension.name()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public Aggregation defaultAggregation(String metric) {
        return load(metric).computation().aggregation();
    }

    public List<Aggregation> aggregations(String metric) {
        return load(metric).computation().aggregations();
    }
}
