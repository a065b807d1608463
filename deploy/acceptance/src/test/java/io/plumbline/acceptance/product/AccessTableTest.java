package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.product.Endpoints.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each endpoint of the product with each kind of caller. What there is comes from the services' own descriptions, who may
 * what from {@code access.txt}: an endpoint without a line there fails.
 */
@ExtendWith(RunningProduct.class)
class AccessTableTest {
    /** Who may call an endpoint. */
    private enum Access {
        EVERYBODY,
        ROLES,
        ANALYSTS,
        ADMIN,
        /** Nobody by a token: a signature of the body tells the caller. */
        SIGNED
    }

    private final Product product;
    private final Tokens tokens;
    private final Map<String, Endpoint> endpoints;
    private final Map<String, Access> table;

    AccessTableTest(Product product) throws IOException {
        this.product = product;
        this.tokens = product.tokens();
        this.endpoints = Endpoints.of(product);
        this.table = table();
    }

    @Test
    void everyEndpointHasALineAndEveryLineAnEndpoint() {
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(endpoints.keySet());
    }

    @Test
    void everyCallerGetsWhatTheTableSays() {
        SoftAssertions all = new SoftAssertions();
        endpoints.forEach((name, endpoint) -> {
            Access access = table.getOrDefault(name, Access.ADMIN);
            String tenant = product.freshTenant();
            int open = 0;
            if (access == Access.SIGNED) {
                check(all, endpoint, "nobody", null, 401);
                check(all, endpoint, "admin", tokens.admin(tenant), 401);
                return;
            }
            check(all, endpoint, "nobody", null, access == Access.EVERYBODY ? open : 401);
            check(all, endpoint, "no role", tokens.of(tenant), access == Access.EVERYBODY ? open : 403);
            boolean forAnalysts = access == Access.ANALYSTS;
            check(
                    all,
                    endpoint,
                    "viewer",
                    tokens.of(tenant, "viewer"),
                    access == Access.ADMIN || forAnalysts ? 403 : open);
            check(all, endpoint, "analyst", tokens.of(tenant, "analyst"), access == Access.ADMIN ? 403 : open);
            check(all, endpoint, "admin", tokens.admin(tenant), open);
        });
        all.assertAll();
    }

    /** @param status 0: the endpoint itself answers, whatever it says to a request without sense */
    private void check(SoftAssertions all, Endpoint endpoint, String caller, String token, int status) {
        Reply reply = product.call(endpoint.method(), endpoint.address(), token, endpoint.bodyType());
        String what = "%s by %s: %s".formatted(endpoint.name(), caller, reply.text());
        if (status == 0) {
            all.assertThat(reply.status()).as(what).isLessThan(500).isNotIn(401, 403, 405, 415);
            all.assertThat(reply.text()).as(what).doesNotContain("No service answers this path");
        } else {
            all.assertThat(reply.status()).as(what).isEqualTo(status);
            all.assertThat(reply.isProblem()).as(what).isTrue();
        }
    }

    private static Map<String, Access> table() throws IOException {
        Map<String, Access> table = new LinkedHashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                AccessTableTest.class.getResourceAsStream("/access.txt"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] words = line.strip().split("\\s+", -1);
                        table.put(words[0] + " " + words[1], Access.valueOf(words[2].toUpperCase(Locale.ROOT)));
                    });
        }
        return table;
    }
}
