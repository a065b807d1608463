package io.plumbline.catalog.store;

import io.plumbline.catalog.definition.CatalogVersion;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** The tables of schema {@code catalog}. Rows that already say what the files say are not written. */
@Singleton
final class CatalogRepository {
    private static final String LOCK = "SELECT version, changed_at FROM catalog.catalog_state FOR UPDATE";

    private static final String UPSERT = """
            INSERT INTO catalog.metrics_catalog AS m (name, version, display_name, description, category, unit, tags,
                synonyms, examples, parameters, computation, dependencies, weights, additivity, is_listed, is_active,
                deprecated_since, replaced_by, tested)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            ON CONFLICT (name, version) DO UPDATE SET
                (display_name, description, category, unit, tags, synonyms, examples, parameters, computation,
                    dependencies, weights, additivity, is_listed, is_active, deprecated_since, replaced_by, tested, seeded,
                    updated_at)
                = (excluded.display_name, excluded.description, excluded.category, excluded.unit, excluded.tags,
                    excluded.synonyms, excluded.examples, excluded.parameters, excluded.computation,
                    excluded.dependencies, excluded.weights, excluded.additivity, excluded.is_listed, excluded.is_active,
                    excluded.deprecated_since, excluded.replaced_by, excluded.tested, true, now())
            WHERE (m.display_name, m.description, m.category, m.unit, m.tags, m.synonyms, m.examples, m.parameters,
                    m.computation, m.dependencies, m.weights, m.additivity, m.is_listed, m.is_active, m.deprecated_since,
                    m.replaced_by, m.tested, m.seeded)
                IS DISTINCT FROM (excluded.display_name, excluded.description, excluded.category, excluded.unit,
                    excluded.tags, excluded.synonyms, excluded.examples, excluded.parameters, excluded.computation,
                    excluded.dependencies, excluded.weights, excluded.additivity, excluded.is_listed, excluded.is_active,
                    excluded.deprecated_since, excluded.replaced_by, excluded.tested, true)
            """;

    private static final String RETIRE = """
            UPDATE catalog.metrics_catalog SET is_active = false, updated_at = now()
            WHERE seeded AND is_active AND name || '@' || version <> ALL ($1::text[])
            """;

    private static final String METRICS = "SELECT * FROM catalog.metrics_catalog";

    private static final String STATE =
            "UPDATE catalog.catalog_state SET version = $1, changed_at = now() RETURNING changed_at";

    private final Pool pool;

    CatalogRepository(Pool pool) {
        this.pool = pool;
    }

    /** Brings the tables up to date with the files, all or nothing, and reads what is there then. */
    Uni<CatalogSeed> seed(Catalog files) {
        return pool.withTransaction(connection -> lock(connection)
                .flatMap(state -> upsert(connection, files.metrics())
                        .flatMap(changed -> retire(connection, files.metrics()).map(retired -> changed + retired))
                        .flatMap(changed -> read(connection, files)
                                .flatMap(catalog -> settle(connection, state, catalog, changed)))));
    }

    private static Uni<State> lock(SqlConnection connection) {
        return connection
                .query(LOCK)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new State(row.getString("version"), instant(row)));
    }

    private static Uni<Integer> upsert(SqlConnection connection, List<MetricDefinition> metrics) {
        return connection
                .preparedQuery(UPSERT)
                .executeBatch(metrics.stream().map(MetricRows::toTuple).toList())
                .map(CatalogRepository::affected);
    }

    private static int affected(RowSet<Row> batch) {
        int count = 0;
        for (RowSet<Row> result = batch; result != null; result = result.next()) {
            count += result.rowCount();
        }
        return count;
    }

    private static Uni<Integer> retire(SqlConnection connection, List<MetricDefinition> metrics) {
        String[] present = metrics.stream().map(MetricDefinition::id).toArray(String[]::new);
        return connection.preparedQuery(RETIRE).execute(Tuple.of(present)).map(RowSet::rowCount);
    }

    private static Uni<Catalog> read(SqlConnection connection, Catalog files) {
        return connection
                .query(METRICS)
                .execute()
                .map(rows -> CatalogVersion.stamp(
                        files.entities(),
                        files.dimensions(),
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(MetricRows::fromRow)
                                .sorted(Definitions.catalogOrder())
                                .toList()));
    }

    private static Uni<CatalogSeed> settle(SqlConnection connection, State state, Catalog catalog, int changed) {
        if (state.version().equals(catalog.version())) {
            return Uni.createFrom().item(new CatalogSeed(catalog, changed, state.changedAt(), false));
        }
        return connection
                .preparedQuery(STATE)
                .execute(Tuple.of(catalog.version()))
                .map(rows -> new CatalogSeed(
                        catalog, changed, instant(rows.iterator().next()), true));
    }

    private static Instant instant(Row row) {
        return row.get(OffsetDateTime.class, "changed_at").toInstant();
    }

    private record State(String version, Instant changedAt) {}
}
