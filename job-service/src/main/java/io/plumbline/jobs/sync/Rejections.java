package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.deadletter.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a batch's merge rejects. In the merge's transaction it is noted in the run, and kept whole as a dead letter; letters of
 * issues that the batch brings well by now are settled.
 */
final class Rejections {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 1_000;
    private static final String ISSUE = "issue";

    private static final String NOTE = """
            INSERT INTO jobs.sync_rejections (tenant_id, run_id, number, reason, excerpt)
            SELECT ?, ?, 1 + (SELECT count(*) FROM jobs.sync_rejections WHERE tenant_id = ? AND run_id = ?), ?, ?
            WHERE (SELECT count(*) FROM jobs.sync_rejections WHERE tenant_id = ? AND run_id = ?) < 1000""";
    private static final String SETTLE = """
            UPDATE jobs.dead_letters SET state = 'replayed', settled_at = clock_timestamp(), settled_by = 'sync'
            WHERE tenant_id = ? AND source = 'sync' AND instance_id = ? AND state = 'open' AND headers ->> 'issue' = ANY (?)""";

    private record Rejection(long line, String reason, String excerpt) {}

    private final SyncClaim claim;
    private final Batch batch;
    private final DeadLetters letters;
    private final List<Rejection> kept = new ArrayList<>();
    private long count;

    Rejections(SyncClaim claim, Batch batch, DeadLetters letters) {
        this.claim = claim;
        this.batch = batch;
        this.letters = letters;
    }

    void clear() {
        kept.clear();
        count = 0;
    }

    long count() {
        return count;
    }

    /** @param line of the batch; 0 and below for records that were stored earlier, which are noted only */
    void add(long line, String reason, String excerpt) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Rejection(line, reason, excerpt));
        }
    }

    void write(Connection connection) throws SQLException {
        for (Rejection rejection : kept) {
            note(connection, rejection);
        }
        List<String> good = new ArrayList<>(batch.issues());
        for (DeadLetter letter : letters()) {
            letters.record(connection, claim.tenant(), letter);
            good.remove(letter.headers().get(ISSUE));
        }
        SyncStore.execute(
                connection,
                SETTLE,
                claim.tenant().slug(),
                claim.instance(),
                connection.createArrayOf("text", good.toArray()));
    }

    private void note(Connection connection, Rejection rejection) throws SQLException {
        String tenant = claim.tenant().slug();
        SyncStore.execute(
                connection,
                NOTE,
                tenant,
                claim.run(),
                tenant,
                claim.run(),
                rejection.reason(),
                rejection.excerpt(),
                tenant,
                claim.run());
    }

    private List<DeadLetter> letters() {
        Map<Long, String> reasons = new LinkedHashMap<>();
        kept.stream()
                .filter(rejection -> rejection.line() > 0)
                .forEach(rejection -> reasons.put(rejection.line(), rejection.reason()));
        List<DeadLetter> found = new ArrayList<>();
        try {
            batch.lines(reasons.keySet(), (number, line) -> found.add(letter(line, reasons.get(number))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Of the same content it is the same letter, however often syncs meet it. */
    private DeadLetter letter(byte[] line, String reason) throws IOException {
        byte[] place = (claim.tenant().slug() + "/" + claim.instance() + "/").getBytes(StandardCharsets.UTF_8);
        byte[] name = new byte[place.length + line.length];
        System.arraycopy(place, 0, name, 0, place.length);
        System.arraycopy(line, 0, name, place.length, line.length);
        JsonNode record = JSON.readTree(line);
        Map<String, String> headers = record.path("kind").asText().equals(ISSUE)
                ? Map.of(
                        "run",
                        claim.run().toString(),
                        ISSUE,
                        record.at("/data/id").asText())
                : Map.of("run", claim.run().toString());
        return new DeadLetter(
                UUID.nameUUIDFromBytes(name),
                Source.SYNC,
                claim.instance(),
                "invalid_record",
                reason,
                line,
                headers,
                0);
    }
}
