package io.plumbline.query.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A locked table stands for a query that takes too long. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "timeout", value = "0.7S"))
class StatementTimeoutTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void cancelsTheStatementInTheDatabase() {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            Call.run("acme", SPEC)
                    .statusCode(504)
                    .contentType("application/problem+json")
                    .body("code", is("timeout"))
                    .time(lessThan(3_000L));
            assertThat(lock.isHeld()).isTrue();
            assertThat(Activity.running()).isEmpty();
        }
    }

    @Test
    void answersAgainAfterwards() {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            assertThat(lock.isHeld()).isTrue();
            Call.run("acme", SPEC).statusCode(504);
        }
        Call.run("acme", SPEC).statusCode(200).body("data.results[0].created", is(4));
        Call.run("umbrella", SPEC).statusCode(200).body("data.results[0].created", is(1));
    }
}
