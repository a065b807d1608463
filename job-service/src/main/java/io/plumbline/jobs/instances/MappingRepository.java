package io.plumbline.jobs.instances;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads and writes the mappings of instances. */
@ApplicationScoped
public class MappingRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String MAPPING =
            "SELECT mapping::text FROM warehouse.instances WHERE tenant_id = $1 AND instance_id = $2";
    private static final String DETECTED =
            "SELECT field_id, role FROM jobs.detected_fields WHERE tenant_id = $1 AND instance_id = $2";
    private static final String STATUSES = """
            SELECT status_id, name, category, is_blocked FROM warehouse.statuses WHERE tenant_id = $1 AND instance_id = $2
            ORDER BY status_id""";
    private static final String TENANT = "INSERT INTO warehouse.tenants (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String SAVE = """
            INSERT INTO warehouse.instances (tenant_id, instance_id, mapping) VALUES ($1, $2, $3)
            ON CONFLICT (tenant_id, instance_id) DO UPDATE SET mapping = excluded.mapping""";

    private final TenantTransaction transactions;

    MappingRepository(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** @return fails with 404 where the tenant has no such instance */
    Uni<MappingView> load(Caller caller, String instance) {
        Tuple key = Tuple.of(caller.tenant().slug(), instance);
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> mapping(connection, key)
                        .flatMap(mapping -> detected(connection, key)
                                .flatMap(detected -> statuses(connection, key)
                                        .map(statuses -> new MappingView(mapping, detected, statuses, null)))));
    }

    public Uni<Void> save(Caller caller, String instance, FieldMapping mapping) {
        JsonObject json = new JsonObject(written(mapping));
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(TENANT)
                        .execute(Tuple.of(caller.tenant().slug()))
                        .chain(() -> connection
                                .preparedQuery(SAVE)
                                .execute(Tuple.of(caller.tenant().slug(), instance, json)))
                        .replaceWithVoid());
    }

    private static Uni<FieldMapping> mapping(SqlConnection connection, Tuple key) {
        return connection.preparedQuery(MAPPING).execute(key).map(rows -> {
            if (rows.size() == 0) {
                throw new ProblemException(
                        CommonProblem.NOT_FOUND, "There is no instance of this name; an import or PUT makes it.");
            }
            return read(rows.iterator().next().getString(0));
        });
    }

    private static Uni<Map<String, String>> detected(SqlConnection connection, Tuple key) {
        return connection.preparedQuery(DETECTED).execute(key).map(rows -> {
            Map<String, String> roles = new TreeMap<>();
            rows.forEach(row -> roles.put(row.getString(0), row.getString(1)));
            return roles;
        });
    }

    private static Uni<List<MappingView.Status>> statuses(SqlConnection connection, Tuple key) {
        return connection
                .preparedQuery(STATUSES)
                .execute(key)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(MappingRepository::status)
                        .toList());
    }

    private static MappingView.Status status(Row row) {
        return new MappingView.Status(row.getString(0), row.getString(1), row.getString(2), row.getBoolean(3));
    }

    private static FieldMapping read(String json) {
        try {
            return Json.mapper().readValue(json, FieldMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored mapping can't be read", e);
        }
    }

    private static String written(FieldMapping mapping) {
        try {
            return Json.mapper().writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping can't be written", e);
        }
    }
}
