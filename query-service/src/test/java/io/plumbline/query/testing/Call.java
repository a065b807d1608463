package io.plumbline.query.testing;

import static io.restassured.RestAssured.given;

import io.plumbline.embedded.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Calls of the API as a person of a tenant makes them. */
public final class Call {
    private Call() {}

    /** Runs a spec as a viewer of the tenant. */
    public static ValidatableResponse run(String tenant, String spec) {
        return post("/analytics/run", tenant, spec);
    }

    /** The same, with nothing of the cache. */
    public static ValidatableResponse runFresh(String tenant, String spec) {
        return post("/analytics/run?cache=fresh", tenant, spec);
    }

    /** Runs a spec with the value of the parameter {@code cache} and the tenant's token of that role. */
    public static ValidatableResponse run(String token, String spec, String cache) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .queryParam("cache", cache)
                .body(spec)
                .when()
                .post("/analytics/run")
                .then();
    }

    public static ValidatableResponse explain(String tenant, String spec) {
        return post("/analytics/explain", tenant, spec);
    }

    public static ValidatableResponse drill(String tenant, String body) {
        return post("/analytics/drill", tenant, body);
    }

    /** Verifies a receipt as a viewer of the tenant. */
    public static ValidatableResponse verify(String tenant, String receipt) {
        return given().auth()
                .oauth2(TestTokens.viewer(tenant))
                .when()
                .post("/analytics/receipts/" + receipt + "/verify")
                .then();
    }

    private static ValidatableResponse post(String path, String tenant, String spec) {
        return given().auth()
                .oauth2(TestTokens.viewer(tenant))
                .contentType(ContentType.JSON)
                .body(spec)
                .when()
                .post(path)
                .then();
    }

    /** A call with no more than a token. */
    public static ValidatableResponse get(String path, String tenant) {
        return given().auth().oauth2(TestTokens.viewer(tenant)).when().get(path).then();
    }
}
