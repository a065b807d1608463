package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a tracker sends shows in answers at once, also in those that were kept. */
@ExtendWith(RunningProduct.class)
class LiveIngestionTest {
    /** However slow the machine is; but much less than the five minutes that an answer is kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Product product;

    LiveIngestionTest(Product product) {
        this.product = product;
    }

    @Test
    void webhookChangesACachedAnswer() throws Exception {
        String tenant = product.freshTenant();
        product.load(tenant, "main", "{\"kind\":\"issue\",\"data\":%s}".formatted(issue("1")));
        JsonNode spec = new ObjectMapper().readTree("{\"measures\":[{\"name\":\"created\"}]}");
        assertThat(created(tenant, spec)).isEqualTo(1);
        assertThat(product.run(tenant, spec).at("/data/cached").asBoolean()).isTrue();
        String secret = product.put(
                        "/analytics/instances/main/webhook", product.tokens().admin(tenant), "*", "{}")
                .json()
                .at("/data/secret")
                .asText();

        for (int number = 2; number <= 6; number++) {
            String body = "{\"timestamp\":%d,\"webhookEvent\":\"jira:issue_created\",\"issue\":%s}"
                    .formatted(System.currentTimeMillis(), issue(Integer.toString(number)));
            long sent = System.nanoTime();
            Reply receipt = product.webhook("/analytics/webhooks/" + tenant + "/main", signature(body, secret), body);
            assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
            while (created(tenant, spec) != number && System.nanoTime() - sent < PATIENCE.toNanos()) {
                Thread.sleep(10);
            }
            assertThat(created(tenant, spec)).isEqualTo(number);
        }
    }

    private int created(String tenant, JsonNode spec) {
        return product.run(tenant, spec).at("/data/results/0/created").asInt();
    }

    private static String issue(String id) {
        return """
                {"id":"%s","key":"PAY-%s","fields":{"project":{"id":"10","key":"PAY","name":"Payments"},"summary":"s",\
                "issuetype":{"name":"Story","subtask":false},"status":{"id":"1","name":"To Do","statusCategory":{"key":"new"}},\
                "created":"2026-03-01T00:00:00.000Z","updated":"2026-03-01T00:00:00.000Z"}}""".formatted(id, id);
    }

    private static String signature(String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
