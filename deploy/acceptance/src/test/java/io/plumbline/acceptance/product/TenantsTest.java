package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawTracker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenants with the same ids and keys see their own rows only. */
@ExtendWith(RunningProduct.class)
class TenantsTest {
    private static final String BY_TYPE = """
            {"measures":[{"name":"created"}],"dimensions":["issue_type"]}""";

    private final Product product;

    TenantsTest(Product product) {
        this.product = product;
    }

    @Test
    void tenantsWithTheSameIdsAreApart() {
        String one = product.freshTenant();
        String other = product.freshTenant();
        product.load(one, "main", tracker("Story", 3));
        product.load(other, "main", tracker("Bug", 2));
        assertThat(run(one, BY_TYPE)).containsExactly(Map.of("issue_type", "Story", "created", 3.0));
        assertThat(run(other, BY_TYPE)).containsExactly(Map.of("issue_type", "Bug", "created", 2.0));
    }

    @Test
    void instancesOfOneTenantWithTheSameIdsBothCount() {
        String tenant = product.freshTenant();
        product.load(tenant, "main", tracker("Story", 3));
        product.load(tenant, "other", tracker("Bug", 2));
        assertThat(run(tenant, BY_TYPE))
                .containsExactly(
                        Map.of("issue_type", "Story", "created", 3.0), Map.of("issue_type", "Bug", "created", 2.0));
    }

    @Test
    void theDemoTenantsShareKeysButNoRows() {
        String spec = """
                {"measures":[{"name":"created"}],"dimensions":["project_name"],
                "filters":[{"field":"project_key","op":"=","value":"PAY"}]}""";
        assertThat(run("demo", spec))
                .hasSize(1)
                .allSatisfy(r -> assertThat(r).containsEntry("project_name", "Payments"));
        assertThat(run("globex", spec))
                .hasSize(1)
                .allSatisfy(r -> assertThat(r).containsEntry("project_name", "Payroll"));
    }

    @Test
    void anUnknownTenantIsEmpty() {
        assertThat(run(product.freshTenant(), BY_TYPE)).isEmpty();
    }

    @Test
    void anImportOfAnotherTenantIsNotFound() {
        String tenant = product.freshTenant();
        String id = product.load(tenant, "main", tracker("Story", 1)).path("id").asText();
        Reply reply = product.get("/analytics/imports/" + id, product.tokens().admin(product.freshTenant()));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.isProblem()).isTrue();
    }

    private List<Map<String, Object>> run(String tenant, String spec) {
        try {
            return Results.rows(product.run(tenant, new ObjectMapper().readTree(spec)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<JsonNode> tracker(String type, int issues) {
        RawTracker tracker = new RawTracker("main");
        for (int i = 1; i <= issues; i++) {
            tracker.with(RawIssue.of(i, "2025-01-01T09:00:00Z").type(type));
        }
        return tracker.lines();
    }
}
