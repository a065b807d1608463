package io.plumbline.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.store.ScratchDatabase;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Entity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the catalog says of the warehouse is true of the warehouse as its migrations make it. Templates are checked
 * against the entities' columns at admission, so together every name in every template exists in the database.
 */
class WarehouseContractTest {
    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Map<ColumnType, Set<String>> SQL_TYPES = Map.of(
            ColumnType.TEXT, Set.of("text"),
            ColumnType.TEXT_LIST, Set.of("text[]"),
            ColumnType.BOOLEAN, Set.of("boolean"),
            ColumnType.NUMBER, Set.of("numeric", "double precision", "integer", "bigint"),
            ColumnType.TIME, Set.of("timestamp with time zone"));

    /** {@code schema.relation.column} to its type. */
    private static final Map<String, String> COLUMNS = new HashMap<>();

    private static final List<String> KEYS = new ArrayList<>();
    private static final List<String> FUNCTIONS = new ArrayList<>();

    @BeforeAll
    static void migrateTheWarehouse() throws SQLException {
        try (ScratchDatabase database = new ScratchDatabase()) {
            Flyway.configure()
                    .dataSource(database.address().jdbcUrl("migrator"), null, null)
                    .schemas("warehouse")
                    .locations("db/warehouse")
                    .createSchemas(false)
                    .load()
                    .migrate();
            for (String row : ScratchDatabase.query(database.address(), PostgresAddress.SUPERUSER, """
                    SELECT 'warehouse.' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                    WHERE c.relnamespace = 'warehouse'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0
                    """)) {
                int blank = row.indexOf(' ');
                COLUMNS.put(row.substring(0, blank), row.substring(blank + 1));
            }
            FUNCTIONS.addAll(ScratchDatabase.query(database.address(), PostgresAddress.SUPERUSER, """
                    SELECT f.oid::regprocedure || ' gives ' || f.prorettype::regtype FROM pg_proc f
                    WHERE f.pronamespace = 'warehouse'::regnamespace AND f.proretset
                    """));
            KEYS.addAll(ScratchDatabase.query(database.address(), PostgresAddress.SUPERUSER, """
                    SELECT 'warehouse.' || c.relname || ' ' || string_agg(a.attname, ',' ORDER BY a.attname)
                    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
                    WHERE k.contype = 'p' AND k.connamespace = 'warehouse'::regnamespace AND NOT c.relispartition
                    GROUP BY c.oid, c.relname
                    """));
        }
    }

    @Test
    void everyColumnOfEveryEntityExistsWithItsType() {
        for (Entity entity : CATALOG.entities()) {
            assertThat(COLUMNS).containsEntry(entity.relation() + ".tenant_id", "text");
            entity.columns().forEach((column, type) -> {
                String name = entity.relation() + "." + column;
                assertThat(COLUMNS).as("column %s", name).containsKey(name);
                assertThat(SQL_TYPES.get(type)).as("type of %s", name).contains(COLUMNS.get(name));
            });
        }
    }

    @Test
    void everyKeyIsThePrimaryKeyOfItsRelation() {
        for (Entity entity : CATALOG.entities()) {
            if (entity.relation().equals("warehouse.sprint_sets")) {
                continue; // a view of warehouse.sprint_facts, which has this key
            }
            var key = new ArrayList<>(entity.key());
            key.add("tenant_id");
            key.sort(null);
            assertThat(KEYS).contains(entity.relation() + " " + String.join(",", key));
        }
    }

    @Test
    void everyEntityWithAPastHasAFunctionOfTheSameColumns() {
        for (Entity entity : CATALOG.entities()) {
            if (entity.asOf() != null) {
                assertThat(FUNCTIONS)
                        .contains("%s(timestamp with time zone) gives %s".formatted(entity.asOf(), entity.relation()));
            }
        }
        assertThat(CATALOG.entities())
                .filteredOn(entity -> entity.asOf() == null)
                .extracting(Entity::name)
                .containsExactly("project", "assignee", "reporter");
    }

    @Test
    void everyDimensionIsAColumnOfTheWarehouse() {
        CATALOG.dimensions()
                .forEach(dimension -> dimension.sources().forEach(source -> {
                    Entity entity = CATALOG.entities().stream()
                            .filter(candidate -> candidate.name().equals(source.entity()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(COLUMNS).containsKey(entity.relation() + "." + source.column());
                }));
    }
}
