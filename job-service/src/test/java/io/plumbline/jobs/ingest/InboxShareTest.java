package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Waiting.untilRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several processes share an inbox: what one of them merges just now, another passes over and does not wait for. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class InboxShareTest {
    private static final Tenant TENANT = new Tenant("shared_inbox");
    private static final String ISSUES =
            "SELECT issue_id FROM warehouse.issues WHERE tenant_id = 'shared_inbox' ORDER BY 1";

    @Inject
    Inbox inbox;

    @Inject
    TenantDrain drain;

    @Test
    void recordsThatAnotherProcessMergesArePassedOver() throws SQLException {
        try (Connection other = EmbeddedServers.postgres().connect("postgres");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            claim("1");
            statement.execute("SELECT FROM jobs.inbox WHERE tenant_id = 'shared_inbox' FOR UPDATE");
            claim("2");
            drain.run(TENANT);
            assertThat(Stored.rows(ISSUES)).containsExactly("2");
            assertThat(Stored.rows("SELECT count(*) FROM jobs.inbox WHERE tenant_id = 'shared_inbox'"))
                    .containsExactly("1");
            other.rollback();
        }
        drain.run(TENANT);
        untilRows(ISSUES, "1", "2");
    }

    private void claim(String issue) {
        byte[] record = Lines.issue(issue).getBytes(StandardCharsets.UTF_8);
        inbox.claim(TENANT, List.of(new Claim(UUID.randomUUID(), "main", Source.TOPIC, record, null)))
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
