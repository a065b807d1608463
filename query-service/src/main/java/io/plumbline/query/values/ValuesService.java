package io.plumbline.query.values;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values of every dimension in one transaction, unless the caller knows that state already. */
@ApplicationScoped
public class ValuesService {
    private static final Purpose PURPOSE = Purpose.of(
            Kind.VALUES,
            null,
            Stream.concat(
                            Stream.of(FreshnessRepository.FIND),
                            ValuesRepository.dimensions().stream().map(ValuesRepository::statement))
                    .toList());

    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final ValuesRepository values;

    ValuesService(WarehouseTransaction warehouse, FreshnessRepository freshness, ValuesRepository values) {
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.values = values;
    }

    /** The values; empty where the data is still at the known version. */
    Uni<Optional<SeenValues>> findNewerThan(Optional<Long> knownVersion, Caller caller) {
        return warehouse.read(
                caller,
                PURPOSE,
                connection -> freshness
                        .load(connection, caller.tenant())
                        .chain(state -> knownVersion
                                        .filter(known -> known == state.dataVersion())
                                        .isPresent()
                                ? Uni.createFrom().item(Optional.empty())
                                : seen(connection, caller, state.dataVersion()).map(Optional::of)),
                ValuesService::count);
    }

    private static long count(Optional<SeenValues> found) {
        return found.stream()
                .flatMap(seen -> seen.values().values().stream())
                .mapToLong(List::size)
                .sum();
    }

    private Uni<SeenValues> seen(SqlConnection connection, Caller caller, long version) {
        List<String> dimensions = ValuesRepository.dimensions();
        return Uni.join()
                .all(dimensions.stream()
                        .map(dimension -> values.find(connection, caller.tenant(), dimension))
                        .toList())
                .andFailFast()
                .map(lists -> new SeenValues(version, byDimension(dimensions, lists)));
    }

    private static Map<String, List<String>> byDimension(List<String> dimensions, List<List<String>> lists) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            values.put(dimensions.get(i), lists.get(i));
        }
        return values;
    }
}
