package io.plumbline.query.testing;

import static io.restassured.RestAssured.given;

import io.plumbline.embedded.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads the audit as an administrator of a tenant does. */
public final class AuditCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private AuditCalls() {}

    /** The answer to a request with parameters {@code name, value, …}. */
    public static ValidatableResponse get(String tenant, String... parameters) {
        var request = given().auth().oauth2(TestTokens.admin(tenant));
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.when().get("/analytics/audit").then();
    }

    /** The entries of a request, once there are so many and none runs any more. */
    public static List<Map<String, Object>> of(String tenant, String requestId, int count) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<Map<String, Object>> entries = of(tenant, requestId);
        while ((entries.size() < count || entries.stream().anyMatch(each -> "running".equals(each.get("outcome"))))
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            entries = of(tenant, requestId);
        }
        return entries;
    }

    private static List<Map<String, Object>> of(String tenant, String requestId) {
        List<Map<String, Object>> entries =
                get(tenant, "limit", "500").statusCode(200).extract().path("data.entries");
        return entries.stream()
                .filter(entry -> requestId.equals(entry.get("request_id")))
                .toList();
    }
}
