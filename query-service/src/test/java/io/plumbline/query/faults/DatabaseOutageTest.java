package io.plumbline.query.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "proxy", value = "true"))
class DatabaseOutageTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @AfterEach
    void restore() {
        Control.act("database/restore");
    }

    @Test
    void answersUnavailableWhileTheDatabaseIsAwayAndRecoversByItself() {
        Call.runFresh("acme", SPEC).statusCode(200);
        Control.act("database/cut");
        for (int i = 0; i < 3; i++) {
            Call.runFresh("acme", SPEC)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", is(not(nullValue())))
                    .body("code", is("unavailable"))
                    .time(lessThan(20_000L));
        }
        Control.act("database/restore");
        Call.runFresh("acme", SPEC).statusCode(200).body("data.results[0].created", is(4));
    }

    @Test
    void answersWithinSecondsAfterAllItsConnectionsWereKilled() {
        Call.run("acme", SPEC).statusCode(200);
        Warehouse.execute(
                EmbeddedServers.postgres(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'query_service'");
        Instant killed = Instant.now();
        while (Call.run("acme", SPEC).extract().statusCode() != 200) {
            assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
        for (int i = 0; i < 32; i++) {
            Call.run("acme", SPEC).statusCode(200);
        }
    }

    @Test
    void explainsWithoutTheDatabase() {
        Control.act("database/cut");
        Call.explain("acme", SPEC).statusCode(200);
    }

    @Test
    void isAliveButNotReadyMeanwhile() {
        assertThat(Health.ready()).isEqualTo(200);
        Control.act("database/cut");
        Health.await(503);
        given().baseUri(Health.url()).when().get("/q/health/live").then().statusCode(200);
        Control.act("database/restore");
        Health.await(200);
    }
}
