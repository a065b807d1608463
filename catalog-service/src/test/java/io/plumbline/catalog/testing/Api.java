package io.plumbline.catalog.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.embedded.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls as administrators and viewers of tenants make them. */
public final class Api {
    private Api() {}

    public static RequestSpecification admin(String tenant) {
        return given().auth().oauth2(TestTokens.admin(tenant)).contentType(ContentType.JSON);
    }

    public static ValidatableResponse get(String tenant, String path) {
        return given().auth().oauth2(TestTokens.viewer(tenant)).get(path).then();
    }

    /** The tenant's present entity tag. */
    public static String tag(String tenant) {
        return get(tenant, "/analytics/metrics").extract().header("ETag");
    }

    public static ValidatableResponse create(String tenant, ObjectNode metric) {
        return admin(tenant).body(metric.toString()).post("/analytics/metrics").then();
    }

    /** A new version, with the present entity tag. */
    public static ValidatableResponse update(String tenant, ObjectNode metric) {
        return admin(tenant)
                .header("If-Match", tag(tenant))
                .body(metric.toString())
                .put("/analytics/metrics/" + metric.get("name").asText())
                .then();
    }

    public static ValidatableResponse post(String tenant, String path, String body) {
        return admin(tenant).body(body).post(path).then();
    }
}
