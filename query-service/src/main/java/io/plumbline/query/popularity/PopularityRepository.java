package io.plumbline.query.popularity;

import io.plumbline.query.cache.kept.Policy;
import io.plumbline.spec.canonical.CanonicalSpec;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The table {@code query.analytics_cache}. */
@ApplicationScoped
public class PopularityRepository {
    /** In one order, so that two instances that write at once do not wait for each other in a circle. */
    private static final String ADD = """
            INSERT INTO query.analytics_cache AS known (tenant_id, spec_hash, spec, asked_as, catalog_version, data_version,
                row_count, size_bytes, query_time_ms, hits, first_asked_at, last_asked_at, expires_at)
            SELECT $1, spec_hash, cast(spec AS jsonb), asked_as, catalog_version, data_version, row_count, size_bytes,
                query_time_ms, hits, asked_at, asked_at, expires_at
            FROM unnest(cast($2 AS text[]), cast($3 AS text[]), cast($4 AS text[]), cast($5 AS text[]),
                cast($6 AS bigint[]), cast($7 AS integer[]), cast($8 AS integer[]), cast($9 AS double precision[]),
                cast($10 AS bigint[]), cast($11 AS timestamptz[]), cast($12 AS timestamptz[]))
                AS asked (spec_hash, spec, asked_as, catalog_version, data_version, row_count, size_bytes, query_time_ms,
                    hits, asked_at, expires_at)
            ORDER BY spec_hash
            ON CONFLICT (tenant_id, spec_hash) DO UPDATE SET
                asked_as = excluded.asked_as, catalog_version = excluded.catalog_version,
                data_version = excluded.data_version, row_count = excluded.row_count, size_bytes = excluded.size_bytes,
                query_time_ms = excluded.query_time_ms, hits = known.hits + excluded.hits,
                last_asked_at = greatest(known.last_asked_at, excluded.last_asked_at), expires_at = excluded.expires_at
            """;

    /** What was asked once is soon forgotten, so that the table does not grow with each spec ever tried. */
    private static final String FORGET = """
            DELETE FROM query.analytics_cache
            WHERE tenant_id = $1 AND last_asked_at < now() - interval '2 days'
              AND (hits = 1 OR last_asked_at < now() - interval '30 days')
            """;

    private static final String POPULAR = """
            SELECT cast(spec AS text) AS spec, asked_as FROM query.analytics_cache
            WHERE tenant_id = $1 AND last_asked_at > now() - interval '1 day'
            ORDER BY hits DESC, last_asked_at DESC LIMIT $2
            """;

    /** Adds what was counted, and forgets what nobody asks any more. */
    Uni<Void> add(SqlConnection connection, Tenant tenant, List<Tally> counted, Duration ttl) {
        List<Given> given = counted.stream().map(Tally::last).toList();
        Tuple values = Tuple.tuple()
                .addString(tenant.slug())
                .addArrayOfString(texts(given, one -> one.key().question().specHash()))
                .addArrayOfString(texts(counted, tally -> CanonicalSpec.json(tally.spec())))
                .addArrayOfString(
                        texts(given, one -> one.key().question().policy().rolesText()))
                .addArrayOfString(texts(given, one -> one.key().question().catalogVersion()))
                .addArrayOfLong(
                        given.stream().map(one -> one.key().dataVersion()).toArray(Long[]::new))
                .addArrayOfInteger(given.stream().map(Given::rows).toArray(Integer[]::new))
                .addArrayOfInteger(given.stream().map(Given::size).toArray(Integer[]::new))
                .addArrayOfDouble(given.stream().map(Given::millis).toArray(Double[]::new))
                .addArrayOfLong(counted.stream().map(Tally::times).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(times(given, Given::at))
                .addArrayOfOffsetDateTime(times(given, one -> one.evaluatedAt().plus(ttl)));
        return connection
                .preparedQuery(ADD)
                .execute(values)
                .flatMap(_ -> connection.preparedQuery(FORGET).execute(Tuple.of(tenant.slug())))
                .replaceWithVoid();
    }

    /** Those that were asked within the last day, the most asked ones first. */
    Uni<List<PopularSpec>> load(SqlConnection connection, Tenant tenant, int most) {
        return connection
                .preparedQuery(POPULAR)
                .execute(Tuple.of(tenant.slug(), most))
                .map(rows -> rows.stream()
                        .map(row -> new PopularSpec(row.getString("spec"), Policy.roles(row.getString("asked_as"))))
                        .toList());
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Given> given, Function<Given, Instant> time) {
        return given.stream()
                .map(one -> time.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
