package io.plumbline.catalog.interop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.catalog.interop.yaml.YamlReader;
import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class ExportApiTest {
    private static final String PATH = "/analytics/metrics/export";

    @Test
    void isAFileOfYaml() throws Exception {
        var response = get("*/*", "").statusCode(200).contentType(startsWith("application/yaml"));
        response.header("Content-Disposition", equalTo("attachment; filename=\"plumbline-dbt.yaml\""));
        assertThat(YamlReader.read(response.extract().asString()).path("metrics"))
                .isNotEmpty();
        get("application/json", "").statusCode(200).contentType(startsWith("application/yaml"));
    }

    @Test
    void givesBothFormats() {
        get("*/*", "?format=dbt").statusCode(200).body(startsWith("semantic_models:"));
        get("*/*", "?format=osi").statusCode(200).body(startsWith("version: 0.1.1"));
        get("*/*", "?format=lookml")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/format"))
                .body("errors[0].allowed", equalTo(List.of("dbt", "osi")));
    }

    @ParameterizedTest
    @EnumSource
    void isNotSentAgainToWhoHasIt(Format format) {
        String query = "?format=" + format.wireName();
        String tag = get("*/*", query).extract().header("ETag");
        given().auth()
                .oauth2(TestTokens.viewer("export-tags"))
                .header("If-None-Match", "W/" + tag)
                .get(PATH + query)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
    }

    @Test
    void holdsTheTenantsOwnMetricsForItAlone() {
        Query.setBack();
        Api.create("export-own", Sample.urgent("export_urgent")).statusCode(200);
        Api.get("export-own", PATH).body(containsString("case when priority = 'Highest' then issue_id end"));
        assertThat(Api.get("export-other", PATH).extract().asString()).doesNotContain("export_urgent");
    }

    @Test
    void needsARole() {
        given().get(PATH).then().statusCode(401);
        given().auth().oauth2(TestTokens.withoutRole("acme")).get(PATH).then().statusCode(403);
    }

    private static ValidatableResponse get(String accept, String query) {
        return given().auth()
                .oauth2(TestTokens.viewer("export-tags"))
                .accept(accept)
                .get(PATH + query)
                .then();
    }
}
