package io.plumbline.query.compiler.index;

import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Breadth-first search over many-to-one joins; among equally short routes the first declared join wins. */
final class RouteFinder {
    private final Map<String, Entity> entities;

    RouteFinder(Map<String, Entity> entities) {
        this.entities = entities;
    }

    Optional<Route> find(Entity start, DimensionDefinition dimension) {
        return find(start, entity -> column(entity, dimension));
    }

    /** @param wanted the column of an entity that is looked for, where it has one */
    Optional<Route> find(Entity start, Function<Entity, Optional<String>> wanted) {
        var waiting = new ArrayDeque<Stop>();
        Set<String> seen = new HashSet<>();
        waiting.add(new Stop(start, List.of()));
        while (!waiting.isEmpty()) {
            Stop stop = waiting.remove();
            if (!seen.add(stop.entity().name())) {
                continue;
            }
            Optional<String> column = wanted.apply(stop.entity());
            if (column.isPresent()) {
                return Optional.of(new Route(stop.hops(), column.get()));
            }
            stop.entity().joins().forEach(join -> waiting.add(stop.after(join, entities.get(join.entity()))));
        }
        return Optional.empty();
    }

    private static Optional<String> column(Entity entity, DimensionDefinition dimension) {
        return dimension.sources().stream()
                .filter(source -> source.entity().equals(entity.name()))
                .map(DimensionDefinition.Source::column)
                .findFirst();
    }

    private record Stop(Entity entity, List<Route.Hop> hops) {
        Stop after(Entity.Join join, Entity target) {
            var longer = new ArrayList<>(hops);
            longer.add(new Route.Hop(join, target));
            return new Stop(target, longer);
        }
    }
}
