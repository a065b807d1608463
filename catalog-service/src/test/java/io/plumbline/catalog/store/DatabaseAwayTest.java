package io.plumbline.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.catalog.definition.CatalogFiles;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database lets the service in no longer: what was read before is served on, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class DatabaseAwayTest {
    @Inject
    CatalogStart start;

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

    @Test
    void startsWhenADatabaseThatTakesNobodyDoesSoAgain() throws SQLException {
        asAdministrator(
                "ALTER ROLE catalog_service CONNECTION LIMIT 0",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'catalog_service'");
        CompletableFuture<CatalogSeed> seeded;
        try {
            seeded = CompletableFuture.supplyAsync(() -> start.seed(CatalogFiles.load()));
            assertThatThrownBy(() -> seeded.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            asAdministrator("ALTER ROLE catalog_service CONNECTION LIMIT -1");
        }
        assertThat(seeded).succeedsWithin(Duration.ofSeconds(60));
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
