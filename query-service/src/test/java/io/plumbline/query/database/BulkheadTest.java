package io.plumbline.query.database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One tenant's heavy questions leave connections to the others. A locked table stands for queries that take long. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class BulkheadTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";
    private static final int SHARE = 12;

    @Test
    void leavesConnectionsToOtherTenantsAndRefusesFast() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            for (int i = 0; i < SHARE; i++) {
                callers.add(ask("acme"));
            }
            Activity.await(running -> running.size() == SHARE);
            run("acme", SPEC)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", is("overloaded"))
                    // Before a statement of the others would end by itself.
                    .time(lessThan(20_000L));
            callers.add(ask("umbrella"));
            Activity.await(running -> running.size() == SHARE + 1);
            assertThat(lock.isHeld()).isTrue();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        run("acme", SPEC).statusCode(200);
    }

    /** Equal questions share one answer unless each asks for one of its own. */
    private static ValidatableResponse run(String tenant, String spec) {
        return given().auth()
                .oauth2(TestTokens.viewer(tenant))
                .contentType(ContentType.JSON)
                .body(spec)
                .when()
                .post("/analytics/run?cache=fresh")
                .then();
    }

    private static Thread ask(String tenant) {
        return Thread.ofVirtual().start(() -> run(tenant, SPEC));
    }
}
