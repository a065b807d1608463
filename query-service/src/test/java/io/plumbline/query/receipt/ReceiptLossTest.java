package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An answer is right with and without a receipt, so it goes out in time even where none can be kept. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class ReceiptLossTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void answersWhereTheDatabaseRefusesTheReceipt() {
        Warehouse.execute(EmbeddedServers.postgres(), "REVOKE INSERT ON query.receipts FROM query_service");
        try {
            answersWithoutReceipt();
        } finally {
            Warehouse.execute(EmbeddedServers.postgres(), "GRANT INSERT ON query.receipts TO query_service");
        }
        Call.runFresh("acme", SPEC).body("meta.receipt", is(notNullValue()));
    }

    @Test
    void answersWhereTheDatabaseTakesTooLong() {
        try (TableLock lock = TableLock.of("query.receipts")) {
            answersWithoutReceipt();
            assertThat(lock.isHeld()).isTrue();
        }
        Call.runFresh("acme", SPEC).body("meta.receipt", is(notNullValue()));
    }

    private static void answersWithoutReceipt() {
        Call.runFresh("acme", SPEC)
                .statusCode(200)
                .body("data.results[0].created", is(4))
                .body("meta.receipt", is(nullValue()))
                .body("meta.result_hash", matchesPattern("[0-9a-f]{64}"))
                .body("meta.warnings", contains(startsWith("This answer has no receipt")))
                .body("toString()", not(matchesPattern("(?s).*(query\\.receipts|permission).*")));
    }
}
