package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may ask for what. */
@ExtendWith(RunningProduct.class)
class AccessTest {
    private static final String SPEC = "{\"measures\":[{\"name\":\"created\"}]}";

    private final Product product;
    private final Tokens tokens;

    AccessTest(Product product) {
        this.product = product;
        this.tokens = product.tokens();
    }

    @Test
    void everyRoleMayRun() {
        for (String role : new String[] {"viewer", "analyst", "admin"}) {
            assertThat(run(tokens.of("demo", role)).status()).as(role).isEqualTo(200);
        }
    }

    @Test
    void refusesTokensThatAreWrong() {
        Stream.of(
                        null,
                        "nonsense",
                        "a.b.c",
                        tokens.expired("demo"),
                        tokens.ofForeignIssuer("demo"),
                        tokens.ofForeignKey("demo"),
                        tokens.with("demo", "aud", "somebody-else"),
                        tokens.with("demo", "tenant_id", null),
                        tokens.with("demo", "tenant_id", "Not A Slug"),
                        tokens.with("demo", "tenant_id", "demo' OR '1'='1"),
                        tokens.with("demo", "exp", null))
                .forEach(token -> {
                    Reply reply = run(token);
                    assertThat(reply.status()).as("%s: %s", token, reply.text()).isEqualTo(401);
                    assertThat(reply.isProblem()).as(reply.text()).isTrue();
                });
    }

    @Test
    void refusesUnsignedTokens() {
        String[] parts = tokens.admin("demo").split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(run(header + "." + parts[1] + ".").status()).isEqualTo(401);
        assertThat(run(parts[0] + "." + parts[1] + ".AAAA").status()).isEqualTo(401);
    }

    @Test
    void refusesCallersWithoutARole() {
        assertThat(run(tokens.of("demo")).status()).isEqualTo(403);
        assertThat(run(tokens.of("demo", "stranger")).status()).isEqualTo(403);
    }

    @Test
    void onlyAdminsImport() {
        for (String role : new String[] {"viewer", "analyst"}) {
            Reply reply = product.startImport(tokens.of(product.freshTenant(), role), "main", "{}");
            assertThat(reply.status()).as(role).isEqualTo(403);
            assertThat(reply.isProblem()).isTrue();
        }
    }

    @Test
    void aTokenOfAnotherTenantSeesThatTenantOnly() {
        assertThat(run(tokens.viewer("globex")).text())
                .isNotEqualTo(run(tokens.viewer("demo")).text());
        assertThat(run(tokens.viewer(product.freshTenant()))
                        .json()
                        .at("/data/results/0/created")
                        .asInt())
                .isZero();
    }

    @Test
    void internalPathsAreNotReachable() {
        assertThat(product.get("/internal/catalog", tokens.admin("demo")).status())
                .isEqualTo(404);
        assertThat(product.get("/q/metrics", tokens.admin("demo")).status()).isEqualTo(404);
    }

    private Reply run(String token) {
        return product.post("/analytics/run", token, SPEC);
    }
}
