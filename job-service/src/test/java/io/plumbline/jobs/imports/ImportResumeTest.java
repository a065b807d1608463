package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.admin;
import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.imports.Tracker.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a crash leaves behind is taken up at the next start. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ImportResumeTest {
    private static final byte[] BODY =
            (issue("1", "PAY-1", "2026-03-01T00:00:00.000Z").line() + "\nbroken\n").getBytes(StandardCharsets.UTF_8);

    @Inject
    Spool spool;

    @Inject
    ImportRepository imports;

    @Inject
    ImportQueue queue;

    @Inject
    ImportWorker worker;

    @Test
    void goesOnWithAnImportThatACrashInterrupted() throws IOException {
        Caller caller = Caller.system(new Tenant("crashed"), "test");
        ImportTicket ticket = ImportTicket.of(caller, "main", ImportTicket.Kind.FILE);
        spool.receive(ticket, new ByteArrayInputStream(BODY));
        spool.accept(ticket);
        imports.insert(caller, ticket).await().indefinitely();
        // As the crash found it: running, with a rejection that the first run had noted already.
        rowsOf("UPDATE jobs.imports SET status = 'running', lines_read = 7 WHERE tenant_id = 'crashed' RETURNING 1");
        rowsOf("INSERT INTO jobs.import_rejections SELECT tenant_id, import_id, 2, 'old', 'old' FROM jobs.imports"
                + " WHERE tenant_id = 'crashed' RETURNING 1");
        queue.start(new StartupEvent());
        var answer = ImportCalls.await("crashed", ticket.id().toString());

        assertThat(answer.getString("data.status")).isEqualTo("completed");
        assertThat(answer.getLong("data.lines_read")).isEqualTo(2);
        assertThat(answer.getString("data.rejections[0].reason")).contains("not JSON");
        assertThat(rows("SELECT issue_key FROM warehouse.issues WHERE tenant_id = 'crashed'"))
                .containsExactly("PAY-1");
        assertThat(spool.data(ticket)).doesNotExist();
    }

    @Test
    void anImportThatHasEndedIsNotRunAgain() throws IOException {
        Caller caller = Caller.system(new Tenant("ended"), "test");
        ImportTicket ticket = ImportTicket.of(caller, "main", ImportTicket.Kind.FILE);
        spool.receive(ticket, new ByteArrayInputStream(BODY));
        spool.accept(ticket);
        imports.insert(caller, ticket).await().indefinitely();
        rowsOf("UPDATE jobs.imports SET status = 'completed' WHERE tenant_id = 'ended' RETURNING 1");
        queue.start(new StartupEvent());
        while (Files.exists(spool.data(ticket))) {
            Thread.onSpinWait();
        }

        assertThat(rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'ended'"))
                .containsExactly("0");
    }

    @Test
    void restOfAnUploadThatWasCutOffIsDeleted() throws IOException {
        Caller caller = Caller.system(new Tenant("cut-off"), "test");
        ImportTicket ticket = ImportTicket.of(caller, "main", ImportTicket.Kind.FILE);
        spool.receive(ticket, new ByteArrayInputStream(BODY));
        Path data = spool.data(ticket);

        assertThat(spool.waiting()).doesNotContain(ticket);
        assertThat(data).doesNotExist();
    }

    @Test
    void importOfAMachineThatIsGoneIsToldAsFailed() {
        Caller caller = Caller.system(new Tenant("gone"), "test");
        ImportTicket ticket = ImportTicket.of(caller, "main", ImportTicket.Kind.FILE);
        imports.insert(caller, ticket).await().indefinitely();
        rowsOf("UPDATE jobs.imports SET heartbeat_at = now() - interval '1 hour' WHERE tenant_id = 'gone' RETURNING 1");
        var answer = ImportCalls.await("gone", ticket.id().toString());

        assertThat(answer.getString("data.status")).isEqualTo("failed");
        assertThat(answer.getString("data.error")).contains("send the file again");
        worker.touch(ticket);
        admin("gone").get("/analytics/imports/" + ticket.id()).then().body("data.status", equalTo("queued"));
    }

    private static void rowsOf(String sql) {
        assertThat(rows(sql)).hasSize(1);
    }
}
