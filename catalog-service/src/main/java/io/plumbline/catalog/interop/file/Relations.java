package io.plumbline.catalog.interop.file;

import io.plumbline.spec.catalog.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the entity that a table of another tool means: by our relation, its last part, or the entity's name. */
public final class Relations {
    private final List<Entity> entities;

    public Relations(List<Entity> entities) {
        this.entities = entities;
    }

    /**
     * @param table as the file names it, perhaps with schema and database
     * @param name of the file's own model or dataset, which decides where two entities share a relation
     */
    public Optional<Entity> find(String table, String name) {
        String last = table.substring(table.lastIndexOf('.') + 1);
        Predicate<Entity> sameTable =
                entity -> entity.relation().equals(table) || entity.relation().endsWith("." + last);
        return Stream.<Predicate<Entity>>of(
                        sameTable.and(entity -> entity.name().equals(name)),
                        sameTable,
                        entity -> entity.name().equals(last),
                        entity -> entity.name().equals(name))
                .flatMap(test -> entities.stream().filter(test).limit(1))
                .findFirst();
    }

    /** The tables that are known, for messages. */
    public List<String> tables() {
        return entities.stream()
                .map(entity -> entity.relation() + " (" + entity.name() + ")")
                .toList();
    }

    /** The name of the entity's instant in that column. */
    public static Optional<String> timeOf(Entity entity, String column) {
        return entity.times().entrySet().stream()
                .filter(time ->
                        time.getValue().to() == null && time.getValue().from().equals(column))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The columns that hold an instant to count at. */
    public static List<String> timeColumns(Entity entity) {
        return entity.times().values().stream()
                .filter(time -> time.to() == null)
                .map(Entity.TimeColumn::from)
                .toList();
    }
}
