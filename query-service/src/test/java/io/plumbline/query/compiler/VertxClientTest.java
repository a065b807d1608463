package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.result.ResultType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's client sends binds in the types that the database infers, and reads columns in those that they tell. */
class VertxClientTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final PgConnection CONNECTION = connect();

    static Stream<String> forms() throws IOException {
        return GoldenSqlTest.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesTheBindsAndReadsTheColumns(String form) throws IOException {
        SqlQuery query = Compiling.query(Files.readString(GoldenSqlTest.FILES.resolve(form + ".json")))
                .rows();
        RowSet<Row> rows = await(CONNECTION.preparedQuery(query.text()).execute(Tuple.from(query.binds())));
        for (Row row : rows) {
            for (int i = 0; i < query.columns().size(); i++) {
                Object value = row.getValue(i);
                ResultType type = query.columns().get(i).type();
                assertThat(value == null || type(type).isInstance(value))
                        .as(type + " " + value)
                        .isTrue();
            }
        }
        assertThat(rows.columnsNames()).hasSameSizeAs(query.columns());
    }

    @AfterAll
    static void close() {
        await(CONNECTION.close());
        await(VERTX.close());
    }

    private static PgConnection connect() {
        PostgresAddress address = Warehouse.address();
        PgConnection connection = await(PgConnection.connect(
                VERTX,
                new PgConnectOptions()
                        .setHost(address.host())
                        .setPort(address.port())
                        .setDatabase(address.database())
                        .setUser("query_service")
                        .setPassword(address.password("query_service"))));
        await(connection
                .query("SELECT set_config('app.tenant_id', 'acme', false)")
                .execute());
        return connection;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(ResultType type) {
        return switch (type) {
            case TEXT, WHY -> String.class;
            case BOOLEAN -> Boolean.class;
            case INTEGER -> Long.class;
            case DECIMAL -> Double.class;
            case DATE -> LocalDate.class;
            case INSTANT -> throw new IllegalArgumentException("no column of an answer");
            case PARTS -> JsonObject.class;
        };
    }
}
