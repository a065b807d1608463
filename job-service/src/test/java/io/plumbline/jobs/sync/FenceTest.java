package io.plumbline.jobs.sync;

import static io.plumbline.jobs.imports.ImportCalls.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.secret.Sealed;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose connection was taken over changes nothing any more, whatever it still does. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class FenceTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final FakeJira jira = new FakeJira();
    private String tenant;
    private SyncClaim claim;

    @Inject
    SyncStore store;

    @Inject
    Merger merger;

    @TempDir
    Path folder;

    @BeforeEach
    void hold() {
        tenant = "fence-" + UUID.randomUUID().toString().substring(0, 8);
        UUID connection = UUID.fromString(SyncCalls.connect(tenant, jira));
        long fence = Long.parseLong(
                row("UPDATE jobs.connections SET fence = fence + 1, lease_until = clock_timestamp() + interval '3 s'"
                        + " WHERE tenant_id = '%s' RETURNING fence"));
        UUID run = UUID.randomUUID();
        row("INSERT INTO jobs.sync_runs (tenant_id, run_id, connection_id, kind, requested_by, state, fence, attempt)"
                + " VALUES ('%%s', '%s', '%s', 'full', 'ana', 'running', %d, 1) RETURNING 1"
                        .formatted(run, connection, fence));
        claim = new SyncClaim(
                new Tenant(tenant),
                connection,
                "main",
                jira.site(),
                FakeJira.EMAIL,
                Sealed.of(new byte[] {1}),
                List.of(),
                null,
                fence,
                run,
                true,
                1,
                null,
                new SyncClaim.Counts(0, 0, 0, 0, 0, 0),
                false);
    }

    @AfterEach
    void close() {
        jira.close();
    }

    @Test
    void mergeOfWhoHoldsTheConnectionIsNotedWithIt() throws SQLException, IOException {
        merge(jira.addIssue(1, "PAY", BEGIN));

        assertThat(row("SELECT count(*) FROM warehouse.issues WHERE tenant_id = '%s'"))
                .isEqualTo("1");
        assertThat(row("SELECT issues || ' ' || position FROM jobs.sync_runs WHERE tenant_id = '%s'"))
                .isEqualTo("1 2026-03-02 08:00:00+00");
        assertThat(store.seen(claim)).isEqualTo(1);
    }

    @Test
    void mergeOfAZombieIsRolledBackAsAWhole() throws SQLException, IOException {
        merge(jira.addIssue(1, "PAY", BEGIN));
        String version = row("SELECT data_version FROM warehouse.tenants WHERE tenant_id = '%s'");
        takeOver();

        assertThatThrownBy(() -> merge(jira.addIssue(2, "PAY", BEGIN.plusSeconds(60))))
                .isInstanceOf(SyncStopped.class);
        assertThat(row("SELECT count(*) FROM warehouse.issues WHERE tenant_id = '%s'"))
                .isEqualTo("1");
        assertThat(row("SELECT count(*) FROM jobs.issue_records WHERE tenant_id = '%s'"))
                .isEqualTo("1");
        assertThat(row("SELECT data_version FROM warehouse.tenants WHERE tenant_id = '%s'"))
                .isEqualTo(version);
        assertThat(row("SELECT issues FROM jobs.sync_runs WHERE tenant_id = '%s'"))
                .isEqualTo("1");
        assertThat(store.seen(claim)).isEqualTo(1);
    }

    @Test
    void zombieCanNeitherRenewNorEnd() {
        takeOver();
        var none = claim.counted();
        Duration lease = Duration.ofSeconds(3);

        assertThatThrownBy(() -> store.renew(claim, lease)).isInstanceOf(SyncStopped.class);
        assertThatThrownBy(() -> store.complete(claim, BEGIN, none)).isInstanceOf(SyncStopped.class);
        assertThatThrownBy(() -> store.fail(claim, "x", "x", true, none)).isInstanceOf(SyncStopped.class);
        assertThatThrownBy(() -> store.cancelled(claim, none)).isInstanceOf(SyncStopped.class);
        assertThatThrownBy(() -> store.goOnLater(claim, "x", "x", true, lease, none))
                .isInstanceOf(SyncStopped.class);
        assertThat(row("SELECT state FROM jobs.sync_runs WHERE tenant_id = '%s'"))
                .isEqualTo("running");
        assertThat(row("SELECT state FROM jobs.connections WHERE tenant_id = '%s'"))
                .isEqualTo("ready");
    }

    private void merge(ObjectNode issue) throws SQLException, IOException {
        try (Batch batch = new Batch(folder.resolve("batch.ndjson"))) {
            batch.addIssue(issue);
            batch.reached(FakeJira.updated(issue));
            merger.merge(claim, batch, 0);
        }
    }

    private void takeOver() {
        row("UPDATE jobs.connections SET fence = fence + 1 WHERE tenant_id = '%s' RETURNING 1");
    }

    private String row(String sql) {
        return rows(sql.formatted(tenant)).getFirst();
    }
}
