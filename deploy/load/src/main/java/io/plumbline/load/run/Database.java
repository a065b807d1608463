package io.plumbline.load.run;

import io.plumbline.load.Stack;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ExecutionException;

/**
 * A connection with the rights of query-service, and its client: prepared statements, each run in a read-only transaction
 * that sets the tenant for row security. Nothing of the product besides.
 */
final class Database implements AutoCloseable {
    private static final String SETTINGS =
            "SELECT set_config('app.tenant_id', $1, true), set_config('transaction_read_only', 'on', true)";

    private final PgConnection connection;

    private Database(PgConnection connection) {
        this.connection = connection;
    }

    static Database connect(Vertx vertx, Stack stack) throws Exception {
        PgConnectOptions options = PgConnectOptions.fromUri(stack.database().toString())
                .setCachePreparedStatements(true)
                .addProperty("TimeZone", "UTC");
        Database database = new Database(await(PgConnection.connect(vertx, options)));
        await(database.connection.query("SET ROLE query_service").execute());
        return database;
    }

    Call run(Statement statement, String tenant) {
        return () -> rows(statement, tenant);
    }

    /** How many rows the statement finds. */
    int rows(Statement statement, String tenant) throws Exception {
        Transaction transaction = await(connection.begin());
        try {
            // Sent at once, as the product does.
            Future<RowSet<Row>> set = connection.preparedQuery(SETTINGS).execute(Tuple.of(tenant));
            Future<RowSet<Row>> found =
                    connection.preparedQuery(statement.sql()).execute(statement.values());
            int rows = await(Future.all(set, found).map(_ -> found.result().size()));
            await(transaction.commit());
            return rows;
        } catch (ExecutionException e) {
            await(transaction.rollback());
            throw e;
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private static <T> T await(Future<T> future) throws ExecutionException, InterruptedException {
        return future.toCompletionStage().toCompletableFuture().get();
    }
}
