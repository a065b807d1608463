package io.plumbline.query.verify;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "check", value = "PT0.001S"))
class VerifyTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}], "dimensions": ["issue_type"], "time": {"to": "2026-02-01"}}
            """;

    @BeforeEach
    void fillTheTenant() {
        execute("DELETE FROM warehouse.instances WHERE tenant_id = 'ledger'");
        execute("DELETE FROM warehouse.tenants WHERE tenant_id = 'ledger'");
        execute("INSERT INTO warehouse.tenants VALUES ('ledger', 1, '2026-03-01T10:00:00Z')");
        execute("INSERT INTO warehouse.instances (tenant_id, instance_id) VALUES ('ledger', 'main')");
        addIssue("1", "Story");
        addIssue("2", "Bug");
    }

    @AfterEach
    void restoreTheCatalog() {
        Control.act("catalog/restore");
    }

    @Test
    void saysThatAnAnswerIsTheSame() {
        verify(receipt())
                .statusCode(200)
                .body("data.state", is("same"))
                .body("data.reasons", is(empty()))
                .body("data.explanation", is("The answer is the same."))
                .body("data.rows.before", is(2))
                .body("data.rows.after", is(2))
                .body("data.differences", is(empty()));
    }

    @Test
    void saysThatTheDataChangedAndHowTheRowsDiffer() {
        String receipt = receipt();
        execute("DELETE FROM warehouse.issues WHERE tenant_id = 'ledger' AND issue_type = 'Bug'");
        addIssue("3", "Story");
        addIssue("4", "Task");
        bumpData();
        verify(receipt)
                .body("data.state", is("changed"))
                .body("data.reasons", contains("data"))
                .body("data.before.data_version", is(1))
                .body("data.after.data_version", is(2))
                .body("data.metrics", is(empty()))
                .body("data.rows.added", is(1))
                .body("data.rows.removed", is(1))
                .body("data.rows.changed", is(1))
                .body("data.differences.kind", contains("changed", "removed", "added"))
                .body("data.differences.row.issue_type", contains("Story", "Bug", "Task"))
                .body("data.differences[0].before", is(1))
                .body("data.differences[0].after", is(2));
    }

    @Test
    void isNotMisledByDataThatMakesNoDifference() {
        String receipt = receipt();
        bumpData();
        verify(receipt)
                .body("data.state", is("same"))
                .body("data.reasons", is(empty()))
                .body("data.explanation", containsString("The data changed since, from version 1 to 2"));
    }

    @Test
    void looksFromThePresentOfTheAnswer() {
        String open = Call.run("ledger", "{\"measures\": [{\"name\": \"wip\"}]}")
                .extract()
                .path("meta.receipt");
        verify(open).body("data.state", is("same"));
    }

    @Test
    void saysWhichMetricsChanged() {
        String receipt = receipt();
        Control.act("catalog/redefine");
        verify(receipt)
                .body("data.state", is("changed"))
                .body("data.reasons", contains("catalog"))
                .body("data.metrics.metric", contains("created"))
                .body("data.metrics.before", contains("1.0.0"))
                .body("data.metrics.after", contains("1.1.0"))
                .body("data.before.metrics_used", contains("created@1.0.0"))
                .body("data.after.metrics_used", contains("created@1.1.0"))
                .body("data.rows.removed", is(1))
                .body("data.explanation", containsString("created went from 1.0.0 to 1.1.0"));
    }

    @Test
    void saysThatDataAndCatalogChanged() {
        String receipt = receipt();
        Control.act("catalog/redefine");
        addIssue("3", "Story");
        bumpData();
        verify(receipt).body("data.reasons", contains("data", "catalog"));
    }

    @Test
    void takesTheBlameWhereNeitherChanged() {
        String receipt = receipt();
        addIssue("3", "Story");
        verify(receipt)
                .body("data.state", is("changed"))
                .body("data.reasons", contains("fault"))
                .body("data.explanation", containsString("this is a fault of the product"));
    }

    @Test
    void saysWhyASpecIsNoLongerTaken() {
        String receipt = receipt();
        Control.act("catalog/forget");
        verify(receipt)
                .statusCode(200)
                .body("data.state", is("changed"))
                .body("data.reasons", contains("catalog"))
                .body("data.after", is(nullValue()))
                .body("data.rows", is(nullValue()))
                .body("data.errors.pointer", contains("/measures/0/name"))
                .body("data.explanation", containsString("the present definitions do not take its spec"));
    }

    @Test
    void isNotThereForAnotherTenantOrAnUnknownId() {
        Call.verify("acme", receipt()).statusCode(404).body("code", is("not_found"));
        Call.verify("acme", "0197c5a0-0000-7000-8000-000000000000").statusCode(404);
        Call.verify("acme", "x").statusCode(404).body("toString()", not(containsString("ledger")));
    }

    private static ValidatableResponse verify(String receipt) {
        return Call.verify("ledger", receipt);
    }

    private static String receipt() {
        return Call.run("ledger", SPEC).statusCode(200).extract().path("meta.receipt");
    }

    private static void addIssue(String id, String type) {
        execute("""
                INSERT INTO warehouse.issues (tenant_id, instance_id, issue_id, issue_key, project_id, issue_type, is_subtask,
                    is_bug, is_escaped, status_id, status, status_category, created_at, updated_at, has_history)
                VALUES ('ledger', 'main', '%1$s', 'PAY-%1$s', '1', '%2$s', false, %3$s, false, '1', 'To Do', 'todo',
                    '2026-01-02T10:00:00Z', '2026-01-02T10:00:00Z', true)
                """.formatted(id, type, type.equals("Bug")));
    }

    private static void bumpData() {
        execute("UPDATE warehouse.tenants SET data_version = data_version + 1, data_as_of = now()"
                + " WHERE tenant_id = 'ledger'");
    }

    private static void execute(String sql) {
        Warehouse.execute(EmbeddedServers.postgres(), sql);
    }
}
