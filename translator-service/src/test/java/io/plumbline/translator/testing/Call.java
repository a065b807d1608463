package io.plumbline.translator.testing;

import static io.restassured.RestAssured.given;

import io.plumbline.spec.Json;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Calls of the API as a person makes them. */
public final class Call {
    private Call() {}

    /** A question on 15 July 2026. */
    public static ValidatableResponse question(String path, String token, String question) {
        var body = Json.mapper().createObjectNode();
        body.put("question", question).put("now", "2026-07-15T12:00:00Z");
        return body(path, token, body.toString());
    }

    public static ValidatableResponse body(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(path)
                .then();
    }
}
