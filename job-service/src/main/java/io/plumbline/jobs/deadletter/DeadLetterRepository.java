package io.plumbline.jobs.deadletter;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads, replays and discards a tenant's dead letters. Another tenant's letter is not there. */
@ApplicationScoped
public class DeadLetterRepository {
    /** How many are replayed by one call. */
    static final int AT_ONCE = 1_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String MATCHING = """
            tenant_id = $1 AND ($2::text IS NULL OR source = $2) AND ($3::text IS NULL OR instance_id = $3)
            AND ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR code = $5)""";
    private static final String HEAD = """
            letter_id, source, instance_id, state, code, reason, record_size, headers, redrives, received_at, settled_at, settled_by""";
    private static final String LIST =
            "SELECT " + HEAD + ", substr(record, 1, 200) AS record FROM jobs.dead_letters WHERE " + MATCHING
                    + " ORDER BY received_at DESC, letter_id OFFSET $6 LIMIT $7";
    private static final String COUNT = "SELECT count(*) FROM jobs.dead_letters WHERE " + MATCHING;
    private static final String ONE =
            "SELECT " + HEAD + ", record FROM jobs.dead_letters WHERE tenant_id = $1 AND letter_id = $2";
    private static final String TAKE_ONE = """
            UPDATE jobs.dead_letters SET state = 'replaying', redrives = redrives + 1, settled_at = clock_timestamp(), settled_by = $3
            WHERE tenant_id = $1 AND letter_id = $2 AND state = 'open' AND record_size = length(record)
            RETURNING letter_id, source, instance_id, record, headers, redrives""";
    private static final String TAKE_SOME = """
            UPDATE jobs.dead_letters SET state = 'replaying', redrives = redrives + 1, settled_at = clock_timestamp(), settled_by = $6
            WHERE tenant_id = $1 AND letter_id IN (
                SELECT letter_id FROM jobs.dead_letters
                WHERE %s AND state = 'open' AND record_size = length(record) AND source = ANY ($7)
                ORDER BY received_at, letter_id LIMIT $8 FOR UPDATE SKIP LOCKED)
            RETURNING letter_id, source, instance_id, record, headers, redrives""".formatted(MATCHING);
    private static final String OPEN = """
            SELECT letter_id FROM jobs.dead_letters
            WHERE %s AND state = 'open' AND record_size = length(record) AND source = ANY ($6)
            ORDER BY received_at, letter_id LIMIT $7""".formatted(MATCHING);
    private static final String DISCARD = """
            UPDATE jobs.dead_letters SET state = 'discarded', settled_at = clock_timestamp(), settled_by = $3
            WHERE tenant_id = $1 AND letter_id = $2 AND state = 'open'""";

    private final TenantTransaction transactions;
    private final Instance<Redrive> redrives;

    DeadLetterRepository(TenantTransaction transactions, @Any Instance<Redrive> redrives) {
        this.transactions = transactions;
        this.redrives = redrives;
    }

    /** The newest first, with the beginnings of their records. */
    Uni<DeadLetterView.Letters> list(Caller caller, LetterFilter filter, int offset, int limit) {
        Tuple matching = matching(caller, filter);
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(matching(caller, filter).addInteger(offset).addInteger(limit))
                        .map(DeadLetterRepository::views)
                        .flatMap(letters -> connection
                                .preparedQuery(COUNT)
                                .execute(matching)
                                .map(count -> new DeadLetterView.Letters(
                                        letters, count.iterator().next().getLong(0), offset, limit))));
    }

    /** @return fails with 404 where the tenant has no such letter */
    Uni<DeadLetterView> load(Caller caller, UUID id) {
        return transactions.run(caller, Mode.READ_ONLY, TIMEOUT, connection -> load(connection, caller, id));
    }

    /** @return fails with 404, or 409 where it can't be replayed */
    Uni<DeadLetterView> replay(Caller caller, UUID id) {
        return transactions
                .run(
                        caller,
                        Mode.READ_WRITE,
                        TIMEOUT,
                        connection -> load(connection, caller, id)
                                .invoke(DeadLetterRepository::requireReplayable)
                                .chain(() -> connection
                                        .preparedQuery(TAKE_ONE)
                                        .execute(Tuple.of(caller.tenant().slug(), id, caller.user())))
                                .chain(taken -> redrive(connection, caller, taken))
                                .chain(() -> load(connection, caller, id)))
                .invoke(() -> redrives.forEach(redrive -> redrive.redriven(caller)));
    }

    /** Replays what matches and is open, the oldest first: what goes together first, then one by one. */
    Uni<DeadLetterView.Replay> replayAll(Caller caller, LetterFilter filter) {
        return together(caller, filter)
                .invoke(() -> redrives.forEach(redrive -> redrive.redriven(caller)))
                .flatMap(some -> oneByOne(caller, filter, AT_ONCE - some).map(more -> some + more))
                .flatMap(replayed -> left(caller, filter).map(left -> new DeadLetterView.Replay(replayed, left)));
    }

    private Uni<Integer> together(Caller caller, LetterFilter filter) {
        Tuple values = matching(caller, filter)
                .addString(caller.user())
                .addValue(replayable(false))
                .addInteger(AT_ONCE);
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(TAKE_SOME)
                        .execute(values)
                        .chain(taken -> redrive(connection, caller, taken).map(done -> taken.size())));
    }

    /** How many of them were taken in; those that were refused again are open. */
    private Uni<Integer> oneByOne(Caller caller, LetterFilter filter, int most) {
        Tuple values = matching(caller, filter).addValue(replayable(true)).addInteger(most);
        return transactions
                .run(
                        caller,
                        Mode.READ_ONLY,
                        TIMEOUT,
                        connection -> connection.preparedQuery(OPEN).execute(values))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> replay(caller, row.getUUID(0)))
                .filter(letter -> letter.state().equals("replayed"))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Long> left(Caller caller, LetterFilter filter) {
        var open = new LetterFilter(filter.source(), filter.instance(), "open", filter.code());
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(COUNT)
                        .execute(matching(caller, open))
                        .map(count -> count.iterator().next().getLong(0)));
    }

    /** @return fails with 404, or 409 where it is settled already */
    Uni<DeadLetterView> discard(Caller caller, UUID id) {
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> load(connection, caller, id)
                        .invoke(DeadLetterRepository::requireOpen)
                        .chain(() -> connection
                                .preparedQuery(DISCARD)
                                .execute(Tuple.of(caller.tenant().slug(), id, caller.user())))
                        .chain(() -> load(connection, caller, id)));
    }

    private Uni<Void> redrive(SqlConnection connection, Caller caller, RowSet<Row> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    StoredLetter letter = stored(row);
                    return redriveOf(letter.source()).redrive(connection, caller, letter);
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Redrive redriveOf(Source source) {
        return redrives.stream()
                .filter(redrive -> redrive.sources().contains(source))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.CONFLICT,
                        "Records of the source %s are not replayed from here; send the request again, then discard this one."
                                .formatted(source.column())));
    }

    private String[] replayable(boolean oneByOne) {
        return redrives.stream()
                .filter(redrive -> redrive.oneByOne() == oneByOne)
                .flatMap(redrive -> redrive.sources().stream())
                .map(Source::column)
                .distinct()
                .toArray(String[]::new);
    }

    private static void requireReplayable(DeadLetterView letter) {
        requireOpen(letter);
        if (letter.recordSize() > DeadLetter.KEPT) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "The record was too large to be kept whole, so it can't be replayed. Send it again in smaller parts, then"
                            + " discard this one.");
        }
    }

    private static void requireOpen(DeadLetterView letter) {
        if (!letter.state().equals("open")) {
            throw new ProblemException(
                    CommonProblem.CONFLICT, "The dead letter is %s already.".formatted(letter.state()));
        }
    }

    private static Tuple matching(Caller caller, LetterFilter filter) {
        return Tuple.from(Arrays.asList(
                caller.tenant().slug(), filter.source(), filter.instance(), filter.state(), filter.code()));
    }

    private static Uni<DeadLetterView> load(SqlConnection connection, Caller caller, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(caller.tenant().slug(), id))
                .map(DeadLetterRepository::views)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw notFound();
                    }
                    return found.getFirst();
                });
    }

    static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "There is no dead letter with this id. GET /analytics/dead-letters lists what there is.");
    }

    private static List<DeadLetterView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeadLetterRepository::view)
                .toList();
    }

    private static DeadLetterView view(Row row) {
        byte[] record = row.getBuffer("record").getBytes();
        String text = LetterMessage.beginning(record);
        return new DeadLetterView(
                row.getUUID("letter_id"),
                row.getString("source"),
                row.getString("instance_id"),
                row.getString("state"),
                row.getString("code"),
                row.getString("reason"),
                text,
                row.getLong("record_size"),
                text == null ? Base64.getEncoder().encodeToString(record) : null,
                new TreeMap<>(row.getJsonObject("headers").getMap()),
                row.getInteger("redrives"),
                instant(row, "received_at"),
                instant(row, "settled_at"),
                row.getString("settled_by"));
    }

    private static StoredLetter stored(Row row) {
        Map<String, String> headers = new TreeMap<>();
        JsonObject kept = row.getJsonObject("headers");
        kept.fieldNames().forEach(name -> headers.put(name, kept.getString(name)));
        return new StoredLetter(
                row.getUUID("letter_id"),
                Source.find(row.getString("source")).orElseThrow(),
                row.getString("instance_id"),
                row.getBuffer("record").getBytes(),
                headers,
                row.getInteger("redrives"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
