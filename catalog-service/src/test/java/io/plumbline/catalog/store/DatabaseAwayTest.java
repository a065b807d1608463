package io.plumbline.catalog.store;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database lets the service in no longer: what was read before is served on, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class DatabaseAwayTest {

    @BeforeEach
    void letTrialsPass() {
        Query.setBack();
    }

    @AfterEach
    void letTheServiceInAgain() throws SQLException {
        asAdministrator("ALTER ROLE catalog_service LOGIN");
    }

    @Test
    void servesOnWhatItKnowsAndRefusesTheRest() throws SQLException {
        Api.create("known", Sample.urgent("urgent")).statusCode(200);
        asAdministrator(
                "ALTER ROLE catalog_service NOLOGIN",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'catalog_service'");

        Api.get("known", "/analytics/metrics").statusCode(200).body("data.name", hasItem("urgent"));
        RestAssured.given().get("/internal/catalog?tenant=known").then().statusCode(200);
        RestAssured.given().get("/internal/catalog").then().statusCode(200);
        Api.get("never-seen", "/analytics/metrics").statusCode(503).header("Retry-After", notNullValue());
        Api.create("known", Sample.urgent("other")).statusCode(503).body("code", is("unavailable"));

        letTheServiceInAgain();
        Api.get("never-seen", "/analytics/metrics").statusCode(200);
        Api.create("known", Sample.urgent("other")).statusCode(200);
    }

    private static void asAdministrator(String... statements) throws SQLException {
        try (Connection connection = EmbeddedServers.postgres().connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
