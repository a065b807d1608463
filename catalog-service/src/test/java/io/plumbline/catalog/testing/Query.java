package io.plumbline.catalog.testing;

import static io.restassured.RestAssured.given;

import io.plumbline.spec.Json;
import io.plumbline.spec.trial.TrialFault;
import io.plumbline.spec.trial.TrialRequest;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a test wants of {@link QueryServer}. */
public final class Query {
    private Query() {}

    public static void setAway() {
        act("away");
    }

    /** There again, without faults, and nothing was asked yet. */
    public static void setBack() {
        act("back");
    }

    public static void setFaults(TrialFault... faults) throws Exception {
        given().baseUri(url())
                .body(Json.mapper().writeValueAsBytes(faults))
                .post("/control/faults")
                .then()
                .statusCode(204);
    }

    public static List<TrialRequest> trials() throws Exception {
        String body = given().baseUri(url()).get("/control/requests").asString();
        return List.of(Json.mapper().readValue(body, TrialRequest[].class));
    }

    private static void act(String what) {
        given().baseUri(url()).post("/control/" + what).then().statusCode(204);
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("test.query.url", String.class);
    }
}
