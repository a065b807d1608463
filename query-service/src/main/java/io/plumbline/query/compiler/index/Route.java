package io.plumbline.query.compiler.index;

import io.plumbline.spec.catalog.Entity;
import java.util.List;

/**
 * How an entity's row reaches a dimension's value.
 *
 * @param hops many-to-one joins from the entity on; empty where it has the column itself
 * @param column the column of the last hop's entity
 */
public record Route(List<Hop> hops, String column) {
    public Route {
        hops = List.copyOf(hops);
    }

    /** Whether some hop leads to that entity. */
    public boolean passes(String entity) {
        return hops.stream().anyMatch(hop -> hop.target().name().equals(entity));
    }

    /** One join. */
    public record Hop(Entity.Join join, Entity target) {}
}
