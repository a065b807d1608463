package io.plumbline.query.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class SchemaTest {
    @Test
    void isOpenToAllAndTellsSpecsFromOthers() throws Exception {
        String document = given().when()
                .get("/analytics/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .extract()
                .asString();
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
        assertThat(schema.validate(json("{\"measures\": [{\"name\": \"created\"}]}")))
                .isEmpty();
        assertThat(schema.validate(json("{\"measures\": [], \"tenant_id\": \"acme\"}")))
                .isNotEmpty();
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = given().when().get("/analytics/schema").header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/analytics/schema")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(emptyString()));
    }

    private static JsonNode json(String text) throws Exception {
        return Json.mapper().readTree(text);
    }
}
