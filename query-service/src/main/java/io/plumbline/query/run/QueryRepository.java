package io.plumbline.query.run;

import io.plumbline.query.compiler.WarningQuery;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Runs what the compiler made. Its statements hold no value of a caller: those are bound. */
@ApplicationScoped
public class QueryRepository {

    /** The rows of the answer. */
    Uni<ResultRows> load(SqlConnection connection, SqlQuery query) {
        return execute(connection, query).map(rows -> ResultRows.of(query.columns(), rows));
    }

    /** The values of each row in the order of the columns. */
    public Uni<List<List<Object>>> values(SqlConnection connection, SqlQuery query) {
        return execute(connection, query)
                .map(rows -> rows.stream()
                        .map(row -> RowValues.of(row, query.columns()))
                        .toList());
    }

    /** The sentences that a warning's rows make. */
    Uni<List<String>> load(SqlConnection connection, WarningQuery warning) {
        return values(connection, warning.query()).map(warning.sentences()::from);
    }

    private static Uni<List<Row>> execute(SqlConnection connection, SqlQuery query) {
        return connection
                .preparedQuery(query.text())
                .execute(Tuple.from(query.binds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
