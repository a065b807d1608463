package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is kept of sprints is, after every import, what its definition gives of the whole warehouse. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class SprintFactsTest {
    private static final int TRACKERS = 4;
    private static final int IMPORTS = 15;

    @Test
    void keptSetsAreThoseOfTheDefinitionAfterEveryImport() {
        for (int seed = 1; seed <= TRACKERS; seed++) {
            String tenant = "facts" + seed;
            var tracker = new RandomTracker(seed);
            for (int i = 1; i <= IMPORTS; i++) {
                ImportCalls.importLines(tenant, "main", i == 1 ? tracker.everything() : tracker.piece());
                assertSame(tenant, "sprint_scope_until('infinity')", "sprint_facts", i);
                assertSame(tenant, "sprint_scope", "sprint_sets", i);
                assertSame(tenant, "sprint_sums_of_facts", "sprint_sums", i);
            }
        }
        assertThat(rows("""
                SELECT bool_or(committed), bool_or(added), bool_or(removed), bool_or(completed), bool_or(reopened), bool_or(partial),
                    bool_or(carried_in), bool_or(pulled_out), max(spill_depth) > 1, max(blocked_hours) > 0
                FROM warehouse.sprint_facts WHERE tenant_id LIKE 'facts%'""")).as("reached").containsExactly("t|t|t|t|t|t|t|t|t|t");
    }

    private static void assertSame(String tenant, String defined, String kept, int imports) {
        String both = """
                SELECT '%3$s', x.* FROM (
                    SELECT * FROM warehouse.%1$s WHERE tenant_id = '%4$s' EXCEPT ALL SELECT * FROM warehouse.%2$s WHERE tenant_id = '%4$s') x
                """;
        assertThat(rows(both.formatted(defined, kept, "missing", tenant)
                        + " UNION ALL "
                        + both.formatted(kept, defined, "not defined", tenant)))
                .as("%s beside %s of %s after %d imports", kept, defined, tenant, imports)
                .isEmpty();
    }
}
