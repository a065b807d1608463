package io.plumbline.query.database;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the warehouse has what the catalog's entities are read from, and for good: tables do not go away. */
@Readiness
@ApplicationScoped
public class WarehouseReadiness implements AsyncHealthCheck {
    private static final String NAME = "warehouse migrated";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String MISSING = """
            SELECT name FROM unnest($1::text[]) AS name
            WHERE coalesce(NOT has_table_privilege(to_regclass(name), 'SELECT'), true) ORDER BY name
            """;

    private final Pool pool;
    private final CatalogSnapshot catalogs;
    private volatile boolean complete;

    WarehouseReadiness(Pool pool, CatalogSnapshot catalogs) {
        this.pool = pool;
        this.catalogs = catalogs;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (complete) {
            return Uni.createFrom().item(HealthCheckResponse.up(NAME));
        }
        return missing(relations())
                .invoke(missing ->
                        complete = missing.isEmpty() && catalogs.current().isPresent())
                .map(missing -> HealthCheckResponse.named(NAME)
                        .status(missing.isEmpty())
                        .withData("missing", String.join(", ", missing))
                        .build())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }

    private Uni<List<String>> missing(List<String> relations) {
        Tuple names = Tuple.of(relations.toArray(String[]::new));
        return pool.withConnection(
                        connection -> connection.preparedQuery(MISSING).execute(names))
                .map(rows -> rows.stream().map(row -> row.getString("name")).toList());
    }

    private List<String> relations() {
        Stream<String> entities = catalogs.current().map(Catalog::entities).orElse(List.of()).stream()
                .map(Entity::relation);
        return Stream.concat(Stream.of("warehouse.tenants"), entities)
                .distinct()
                .toList();
    }
}
