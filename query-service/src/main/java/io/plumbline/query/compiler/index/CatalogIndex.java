package io.plumbline.query.compiler.index;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.Expression;
import io.plumbline.spec.expression.ExpressionParser;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One catalog version, prepared: names looked up, templates parsed and routes found once. */
public final class CatalogIndex {
    private final Catalog catalog;
    private final Map<String, Entity> entities;
    private final Map<String, DimensionDefinition> dimensions;
    private final Map<String, List<MetricDefinition>> metrics;
    private final Map<String, Expression> templates = new ConcurrentHashMap<>();
    private final Map<RouteKey, Optional<Route>> routes = new ConcurrentHashMap<>();
    private final RouteFinder finder;

    public CatalogIndex(Catalog catalog) {
        this.catalog = catalog;
        this.entities = byName(catalog.entities(), Entity::name);
        this.dimensions = byName(catalog.dimensions(), DimensionDefinition::name);
        this.metrics = catalog.metrics().stream()
                .filter(MetricDefinition::active)
                .sorted(Comparator.comparing(MetricDefinition::version, new VersionOrder())
                        .reversed())
                .collect(Collectors.groupingBy(MetricDefinition::name));
        this.finder = new RouteFinder(entities);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The entity of that name, which the catalog must have. */
    public Entity entity(String name) {
        Entity entity = entities.get(name);
        if (entity == null) {
            throw new IllegalStateException("the catalog lacks the entity " + name);
        }
        return entity;
    }

    public Optional<DimensionDefinition> dimension(String name) {
        return Optional.ofNullable(dimensions.get(name));
    }

    /** The newest active version that the reference means. */
    public Optional<MetricDefinition> metric(MetricReference reference) {
        return versions(reference.name()).stream()
                .filter(metric -> reference.major().isEmpty()
                        || metric.majorVersion() == reference.major().getAsInt())
                .findFirst();
    }

    /** The active versions of a metric, newest first; empty where there is no such metric. */
    public List<MetricDefinition> versions(String name) {
        return metrics.getOrDefault(name, List.of());
    }

    /** The names of metrics that are offered to people. */
    public List<String> metricNames() {
        return catalog.metrics().stream()
                .filter(metric -> metric.listed() && metric.active())
                .map(MetricDefinition::name)
                .distinct()
                .toList();
    }

    public List<String> dimensionNames() {
        return catalog.dimensions().stream().map(DimensionDefinition::name).toList();
    }

    /** The template as a tree; the catalog admits none that does not parse. */
    public Expression template(String text) {
        return templates.computeIfAbsent(text, ExpressionParser::parse);
    }

    /** The shortest way from the entity to the dimension, if there is one. */
    public Optional<Route> route(Entity from, DimensionDefinition to) {
        return routes.computeIfAbsent(new RouteKey(from.name(), to.name()), key -> finder.find(from, to));
    }

    /** The shortest way from the entity to a column of that name, if there is one. */
    public Optional<Route> route(Entity from, String column) {
        return finder.find(from, entity -> Optional.of(column).filter(entity.columns()::containsKey));
    }

    /** Whether the dimension is a sprint's own; in answers by sprint it is that of the row's sprint. */
    public boolean isOfSprint(DimensionDefinition dimension) {
        return dimension.perSprint()
                && !dimension.sources().isEmpty()
                && route(entity(Names.SPRINT), dimension).isPresent();
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }

    private record RouteKey(String entity, String dimension) {}
}
