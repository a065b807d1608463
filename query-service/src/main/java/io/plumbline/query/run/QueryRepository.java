package io.plumbline.query.run;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.WarningQuery;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** The sentences that go with the answer. */
    Uni<List<String>> warnings(SqlConnection connection, Compiled.Query query) {
        if (query.warnings().isEmpty()) {
            return Uni.createFrom().item(query.notices());
        }
        return Uni.join()
                .all(query.warnings().stream()
                        .map(warning -> load(connection, warning))
                        .toList())
                .andFailFast()
                .map(found -> Stream.concat(
                                query.notices().stream(), found.stream().flatMap(List::stream))
                        .toList());
    }

    /**
     * Hands the rows over page by page; the next page is read when the work asks for it. The statement is closed when
     * the work ends.
     */
    <T> Uni<T> page(SqlConnection connection, SqlQuery query, Function<RowPages, Uni<T>> work) {
        return connection
                .prepare(query.text())
                .flatMap(statement -> work.apply(
                                new RowPages(statement.cursor(Tuple.from(query.binds())), query.columns()))
                        .onItemOrFailure()
                        .call((_, _) -> statement.close().onFailure().recoverWithNull()));
    }

    private Uni<List<String>> load(SqlConnection connection, WarningQuery warning) {
        return values(connection, warning.query()).map(warning.sentences()::from);
    }

    private static Uni<List<Row>> execute(SqlConnection connection, SqlQuery query) {
        return connection
                .preparedQuery(query.text())
                .execute(Tuple.from(query.binds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
