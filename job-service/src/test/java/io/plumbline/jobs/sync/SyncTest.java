package io.plumbline.jobs.sync;

import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.imports.ImportCalls.warehouse;
import static io.plumbline.jobs.sync.SyncCalls.cleanImport;
import static io.plumbline.jobs.sync.SyncCalls.connect;
import static io.plumbline.jobs.sync.SyncCalls.connection;
import static io.plumbline.jobs.sync.SyncCalls.ended;
import static io.plumbline.jobs.sync.SyncCalls.sync;
import static io.plumbline.jobs.sync.SyncCalls.synced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.imports.ImportCalls;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Syncs against a Jira at the wire, over the API, into a real database. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class SyncTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final FakeJira jira = new FakeJira();

    @AfterEach
    void close() {
        jira.close();
    }

    @Test
    void syncedWarehouseIsThatOfOneCleanImportOfTheSameData() {
        fill(60);
        // A bulk change: more issues in one minute than a page holds, so that a search has to be continued.
        for (int i = 1; i <= 25; i++) {
            jira.move(id(i), "3", BEGIN.plus(Duration.ofDays(20)).plusSeconds(i));
        }
        // More changes and comments than a search shows of an issue.
        for (int i = 0; i < 47; i++) {
            jira.move(
                    id(30),
                    i % 2 == 0 ? "3" : "1",
                    BEGIN.plus(Duration.ofDays(21)).plusSeconds(60L * i));
        }
        for (int i = 0; i < 33; i++) {
            jira.comment(id(31), "word " + i, BEGIN.plus(Duration.ofDays(22)).plusSeconds(i));
        }
        String connection = connect("sync-clean", jira);
        JsonPath run = synced("sync-clean", connection, false);

        assertThat(run.getString("data.state")).as(run.prettify()).isEqualTo("completed");
        assertThat(run.getLong("data.issues")).isEqualTo(60);
        assertThat(run.getLong("data.rejected")).isZero();
        assertThat(run.getDouble("data.progress")).isEqualTo(1);
        assertThat(warehouse("sync-clean"))
                .isEqualTo(cleanImport("sync-clean-file", jira))
                .hasSizeGreaterThan(200);
        assertThat(jira.searched()).anyMatch(search -> search.endsWith("+token"));
        assertThat(rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-clean' AND NOT has_history"))
                .containsExactly("0");
        assertThat(rows("SELECT count(*) FROM warehouse.comments WHERE tenant_id = 'sync-clean'"))
                .containsExactly("45");
        assertThat(rows("SELECT count(*) FROM jobs.sync_seen WHERE tenant_id = 'sync-clean'"))
                .containsExactly("0");
    }

    @Test
    void laterSyncReadsOnlyWhatChangedSinceItsCheckpoint() {
        fill(30);
        String connection = connect("sync-later", jira);
        synced("sync-later", connection, false);
        Instant checkpoint =
                Instant.parse(connection("sync-later", connection).getString("data.checkpoints.'issues.updated'"));
        String version = version("sync-later");
        jira.requests.clear();
        JsonPath idle = synced("sync-later", connection, false);

        assertThat(idle.getLong("data.issues")).isLessThan(8);
        assertThat(version("sync-later")).isEqualTo(version);
        // In New York, from five minutes before the checkpoint's minute.
        assertThat(jira.searched())
                .containsExactly("updated >= \"%s\" ORDER BY updated ASC, key ASC"
                        .formatted(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                                .format(checkpoint.minusSeconds(300).atZone(FakeJira.ZONE))));

        jira.move(id(3), "5", checkpoint.plusSeconds(3600));
        jira.sprint(1, "closed", BEGIN);
        jira.addIssue(99, "PAY", checkpoint.plusSeconds(7200));
        assertThat(synced("sync-later", connection, false).getString("data.state"))
                .isEqualTo("completed");
        assertThat(warehouse("sync-later")).isEqualTo(cleanImport("sync-later-file", jira));
        assertThat(connection("sync-later", connection).getString("data.checkpoints.'issues.updated'"))
                .isEqualTo(checkpoint.plusSeconds(7200).toString());
    }

    @Test
    void issuesThatChangeMeanwhileAreNotPassedOver() {
        fill(70);
        Random random = new Random(7);
        jira.beforeSearch = number -> {
            if (number <= 12) {
                Instant now = BEGIN.plus(Duration.ofDays(30)).plusSeconds(number);
                jira.move(id(1 + random.nextInt(70)), number % 2 == 0 ? "3" : "5", now);
                jira.addIssue(200 + number, "OPS", now);
            }
        };
        String connection = connect("sync-moving", jira);
        assertThat(synced("sync-moving", connection, false).getString("data.state"))
                .isEqualTo("completed");
        synced("sync-moving", connection, false);

        assertThat(warehouse("sync-moving")).isEqualTo(cleanImport("sync-moving-file", jira));
    }

    @Test
    void waitsAsLongAsJiraAsksAndTriesAgainWhatPasses() {
        fill(10);
        String connection = connect("sync-faults", jira);
        jira.faults.addAll(List.of(
                FakeJira.status(429, "Retry-After", "1"),
                FakeJira.status(503),
                FakeJira.cutOff(),
                FakeJira.text("{\"accountId\": "),
                FakeJira.after(2500),
                FakeJira.status(500),
                FakeJira.status(502, "Retry-After", "Wed, 04 Mar 2026 11:00:00 GMT")));
        // Each request may meet two of them: its third try has to go well.
        for (int at = 2; at < jira.faults.size(); at += 3) {
            jira.faults.add(at, FakeJira.after(0));
        }
        long began = System.nanoTime();
        JsonPath run = synced("sync-faults", connection, false);

        assertThat(run.getString("data.state")).as(run.prettify()).isEqualTo("completed");
        assertThat(run.getLong("data.throttled")).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(3));
        assertThat(warehouse("sync-faults")).isEqualTo(cleanImport("sync-faults-file", jira));
    }

    @Test
    void whereJiraStaysAwayTheRunWaitsAndGoesOn() {
        fill(10);
        String connection = connect("sync-away", jira);
        for (int i = 0; i < 3; i++) {
            jira.faults.add(FakeJira.status(503));
        }
        JsonPath run = synced("sync-away", connection, false);

        assertThat(run.getString("data.state")).as(run.prettify()).isEqualTo("completed");
        assertThat(run.getInt("data.attempt")).isEqualTo(2);
        assertThat(run.getString("data.error")).isNull();
    }

    @Test
    void answerThatIsTooLargeIsAskedForInSmallerPages() {
        fill(10);
        for (int i = 1; i <= 8; i++) {
            jira.comment(
                    id(i), "x".repeat(100_000), BEGIN.plus(Duration.ofDays(9)).plusSeconds(i));
        }
        String connection = connect("sync-large", jira);
        JsonPath run = synced("sync-large", connection, false);

        assertThat(run.getString("data.state")).as(run.prettify()).isEqualTo("completed");
        assertThat(jira.requestsTo("/rest/api/3/search/jql")
                        .getLast()
                        .body()
                        .path("maxResults")
                        .asInt())
                .isEqualTo(2);
        assertThat(warehouse("sync-large")).isEqualTo(cleanImport("sync-large-file", jira));
    }

    @Test
    void tokenRevokedMidwayKeepsWhatWasMergedAndAsksForAPerson() {
        fill(60);
        String connection = connect("sync-revoked", SyncCalls.body(jira, 15));
        ended("sync-revoked", connection, firstRun("sync-revoked", connection));
        for (int i = 1; i <= 60; i++) {
            jira.move(id(i), "5", BEGIN.plus(Duration.ofDays(40)).plusSeconds(90L * i));
        }
        int[] searches = new int[1];
        jira.beforeSearch = number -> {
            if (++searches[0] == 5) {
                jira.validToken = "another-token-1234";
            }
        };
        String run = sync("sync-revoked", connection, false);
        JsonPath failed = ended("sync-revoked", connection, run);

        assertThat(failed.getString("data.state")).as(failed.prettify()).isEqualTo("failed");
        assertThat(failed.getString("data.error_code")).isEqualTo("tracker_unauthorized");
        assertThat(failed.getString("data.error")).contains("new token").doesNotContain(FakeJira.TOKEN);
        JsonPath shown = connection("sync-revoked", connection);
        assertThat(shown.getString("data.state")).isEqualTo("needs_attention");
        assertThat(shown.getString("data.next_sync_at")).isNull();
        long merged =
                count("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-revoked' AND status_id = '5'");
        assertThat(merged).isPositive().isLessThan(60);

        Map<String, Object> anew = SyncCalls.body(jira, 0);
        anew.put("token", "another-token-1234");
        ImportCalls.admin("sync-revoked")
                .contentType("application/json")
                .body(anew)
                .put("/analytics/connections/" + connection)
                .then()
                .statusCode(200);
        JsonPath again = synced("sync-revoked", connection, false);
        assertThat(again.getString("data.state")).isEqualTo("completed");
        assertThat(again.getLong("data.issues")).isLessThan(60);
        assertThat(warehouse("sync-revoked")).isEqualTo(cleanImport("sync-revoked-file", jira));
    }

    @Test
    void runOfALostInstanceIsFencedAndGoneOnWithFromWhereItWas() {
        fill(80);
        String connection = connect("sync-lost", jira);
        int[] searches = new int[1];
        jira.beforeSearch = number -> {
            if (++searches[0] == 8) {
                // As if this instance had slept past its lease, and another one had taken the connection and died too.
                rows(
                        "UPDATE jobs.connections SET fence = fence + 1, lease_until = clock_timestamp() + interval '300 ms'"
                                + " WHERE tenant_id = 'sync-lost' RETURNING 1");
                SyncCalls.pause(100);
            }
        };
        String run = sync("sync-lost", connection, false);
        JsonPath ended = ended("sync-lost", connection, run);

        assertThat(ended.getString("data.state")).as(ended.prettify()).isEqualTo("completed");
        assertThat(ended.getInt("data.attempt")).isEqualTo(2);
        // The second attempt does not begin at the beginning.
        assertThat(jira.searched().stream().filter(search -> search.contains("1989-12-31 19:00")))
                .hasSize(1);
        assertThat(jira.requestsTo("/rest/api/3/myself")).hasSize(3);
        assertThat(warehouse("sync-lost")).isEqualTo(cleanImport("sync-lost-file", jira));
        assertThat(ImportCalls.admin("sync-lost").get("/analytics/connections").statusCode())
                .isEqualTo(200);
    }

    @Test
    void fullSyncMarksWhatIsGoneAsDeletedAndNothingElse() {
        fill(30);
        String connection = connect("sync-deleted", jira);
        synced("sync-deleted", connection, false);
        jira.delete(id(5));
        jira.delete(id(17));
        JsonPath incremental = synced("sync-deleted", connection, false);
        assertThat(incremental.getLong("data.deleted")).isZero();
        JsonPath full = synced("sync-deleted", connection, true);

        assertThat(full.getString("data.kind")).isEqualTo("full");
        assertThat(full.getLong("data.deleted")).isEqualTo(2);
        assertThat(rows(
                        "SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'sync-deleted' AND deleted_at IS NOT NULL"
                                + " ORDER BY 1"))
                .containsExactly(id(5), id(17));
        assertThat(rows("SELECT count(*) FROM warehouse.issue_transitions WHERE tenant_id = 'sync-deleted'"
                        + " AND issue_id = '" + id(5) + "'"))
                .doesNotContain("0");
        assertThat(synced("sync-deleted", connection, true).getLong("data.deleted"))
                .isZero();
    }

    @Test
    void fullSyncThatWouldDeleteMostDeletesNothing() {
        fill(60);
        String connection = connect("sync-blind", jira);
        synced("sync-blind", connection, false);
        for (int i = 1; i <= 40; i++) {
            jira.delete(id(i));
        }
        JsonPath full = synced("sync-blind", connection, true);

        assertThat(full.getString("data.state")).isEqualTo("failed");
        assertThat(full.getString("data.error_code")).isEqualTo("too_many_deletions");
        assertThat(full.getString("data.error")).contains("40 of 60");
        assertThat(connection("sync-blind", connection).getString("data.state")).isEqualTo("needs_attention");
        assertThat(
                        count(
                                "SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-blind' AND deleted_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void onlyTheProjectsAskedForAreReadAndOthersAreNotTakenForDeleted() {
        fill(20);
        Map<String, Object> body = SyncCalls.body(jira, 0);
        String all = connect("sync-projects", body);
        synced("sync-projects", all, false);
        body.put("projects", List.of("PAY"));
        body.remove("token");
        ImportCalls.admin("sync-projects")
                .contentType("application/json")
                .body(body)
                .put("/analytics/connections/" + all)
                .then()
                .statusCode(200);
        jira.requests.clear();
        JsonPath full = synced("sync-projects", all, true);

        assertThat(full.getLong("data.deleted")).isZero();
        assertThat(full.getLong("data.issues")).isEqualTo(14);
        assertThat(jira.searched()).allMatch(search -> search.startsWith("project in (\"PAY\") AND "));
    }

    @Test
    void cancelledRunEndsSoonAndTheNextGoesOn() {
        fill(60);
        String connection = connect("sync-cancel", jira);
        jira.beforeSearch = number -> SyncCalls.pause(number == 6 ? 1500 : 0);
        String run = sync("sync-cancel", connection, false);
        SyncCalls.awaitPages("sync-cancel", connection, run, 5);
        ImportCalls.admin("sync-cancel")
                .delete("/analytics/connections/%s/runs/%s".formatted(connection, run))
                .then()
                .statusCode(200);
        assertThat(ended("sync-cancel", connection, run).getString("data.state"))
                .isEqualTo("cancelled");
        assertThat(count("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-cancel'"))
                .isLessThan(60);
        assertThat(synced("sync-cancel", connection, false).getString("data.state"))
                .isEqualTo("completed");
        assertThat(warehouse("sync-cancel")).isEqualTo(cleanImport("sync-cancel-file", jira));
    }

    @Test
    void recordThatCannotBeImportedIsToldAndHarmsNoOther() {
        fill(12);
        ((ObjectNode) jira.issues.get(id(4)).path("fields")).remove("issuetype");
        String connection = connect("sync-invalid", jira);
        JsonPath run = synced("sync-invalid", connection, false);

        assertThat(run.getString("data.state")).isEqualTo("completed");
        assertThat(run.getLong("data.rejected")).isEqualTo(1);
        assertThat(run.getString("data.rejections[0].reason")).contains("issuetype");
        assertThat(count("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-invalid'"))
                .isEqualTo(11);
    }

    @Test
    void rejectedRecordIsADeadLetterUntilASyncBringsItWell() {
        fill(12);
        ObjectNode fields = (ObjectNode) jira.issues.get(id(4)).path("fields");
        JsonNode type = fields.remove("issuetype");
        String connection = connect("sync-letter", jira);
        synced("sync-letter", connection, false);
        synced("sync-letter", connection, true);

        JsonPath letters = ImportCalls.admin("sync-letter")
                .get("/analytics/dead-letters?source=sync&instance=main&state=open")
                .jsonPath();
        assertThat(letters.getInt("data.total"))
                .as("one, however often it is met")
                .isEqualTo(1);
        assertThat(letters.getString("data.dead_letters[0].code")).isEqualTo("invalid_record");
        assertThat(letters.getString("data.dead_letters[0].reason")).contains("issuetype");
        assertThat(letters.getString("data.dead_letters[0].headers.issue")).isEqualTo(id(4));
        replay("sync-letter", letters.getString("data.dead_letters[0].id"));
        awaitRows("SELECT state, redrives FROM jobs.dead_letters WHERE tenant_id = 'sync-letter'", "open|1");

        fields.set("issuetype", type);
        jira.move(id(4), "5", Instant.now());
        synced("sync-letter", connection, false);
        assertThat(rows("SELECT state, settled_by FROM jobs.dead_letters WHERE tenant_id = 'sync-letter'"))
                .containsExactly("replayed|sync");
        assertThat(warehouse("sync-letter")).isEqualTo(cleanImport("sync-letter-file", jira));
    }

    @Test
    void rejectedRecordThatIsReadableByNowIsMergedByItsReplay() {
        fill(3);
        ((ObjectNode) jira.issues.get(id(2)).path("fields")).remove("issuetype");
        String connection = connect("sync-replay", jira);
        synced("sync-replay", connection, false);
        String letter = rows("""
                WITH mended AS (SELECT letter_id, convert_to(replace(convert_from(record, 'UTF8'), '"fields":{',
                    '"fields":{"issuetype":{"name":"Story","subtask":false},'), 'UTF8') AS record
                    FROM jobs.dead_letters WHERE tenant_id = 'sync-replay')
                UPDATE jobs.dead_letters l SET record = m.record, record_size = length(m.record)
                FROM mended m WHERE l.tenant_id = 'sync-replay' AND l.letter_id = m.letter_id RETURNING l.letter_id""").getFirst();
        replay("sync-replay", letter);

        awaitRows("SELECT state FROM jobs.dead_letters WHERE tenant_id = 'sync-replay'", "replayed");
        assertThat(count("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'sync-replay'"))
                .isEqualTo(3);
    }

    private static void replay(String tenant, String letter) {
        ImportCalls.admin(tenant)
                .post("/analytics/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(200);
    }

    private static void awaitRows(String sql, String expected) {
        Instant end = Instant.now().plusSeconds(30);
        while (!rows(sql).equals(List.of(expected)) && Instant.now().isBefore(end)) {
            SyncCalls.pause(20);
        }
        assertThat(rows(sql)).containsExactly(expected);
    }

    @Test
    void scheduledConnectionIsSyncedByItself() {
        fill(5);
        String connection = connect("sync-schedule", SyncCalls.body(jira, 5));
        JsonPath ended = ended("sync-schedule", connection, firstRun("sync-schedule", connection));

        assertThat(ended.getString("data.requested_by")).isEqualTo("schedule");
        assertThat(ended.getString("data.state")).isEqualTo("completed");
        JsonPath shown = connection("sync-schedule", connection);
        assertThat(Instant.parse(shown.getString("data.next_sync_at")))
                .isBetween(Instant.now().plusSeconds(280), Instant.now().plusSeconds(301));
    }

    /** Issues with some history, in two projects, a few in a sprint. */
    private void fill(int count) {
        jira.sprint(1, "active", BEGIN);
        jira.sprint(2, "future", BEGIN.plus(Duration.ofDays(14)));
        for (int id = 3; id < 15; id++) {
            jira.sprint(id, "closed", BEGIN.minus(Duration.ofDays(14L * id)));
        }
        for (int i = 1; i <= count; i++) {
            Instant created = BEGIN.plus(Duration.ofMinutes(7L * i));
            jira.addIssue(i, i % 3 == 0 ? "OPS" : "PAY", created);
            jira.plan(id(i), Integer.toString(1 + i % 2), created.plusSeconds(30));
            if (i % 2 == 0) {
                jira.move(id(i), "3", created.plus(Duration.ofHours(i)));
            }
            if (i % 5 == 0) {
                jira.comment(id(i), "looked at", created.plus(Duration.ofHours(2L * i)));
            }
        }
    }

    /** The run that the schedule makes. */
    private static String firstRun(String tenant, String connection) {
        String run = null;
        for (int i = 0; i < 200 && run == null; i++) {
            SyncCalls.pause(50);
            run = ImportCalls.admin(tenant)
                    .get("/analytics/connections/" + connection + "/runs")
                    .then()
                    .extract()
                    .path("data.runs[0].id");
        }
        return run;
    }

    private static String id(int number) {
        return Integer.toString(1000 + number);
    }

    private static String version(String tenant) {
        return rows("SELECT data_version FROM warehouse.tenants WHERE tenant_id = '%s'".formatted(tenant))
                .getFirst();
    }

    private static long count(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }
}
