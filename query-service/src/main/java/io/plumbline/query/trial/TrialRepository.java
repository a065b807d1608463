package io.plumbline.query.trial;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.WarningQuery;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Runs compiled statements for their faults alone; what they give is dropped. */
@ApplicationScoped
public class TrialRepository {
    Uni<Void> run(SqlConnection connection, Compiled.Query query) {
        return Multi.createFrom()
                .iterable(all(query))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> connection.preparedQuery(each.text()).execute(Tuple.from(each.binds())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is sent, for the audit. */
    static List<String> statements(Compiled.Query query) {
        return all(query).stream().map(SqlQuery::text).toList();
    }

    private static List<SqlQuery> all(Compiled.Query query) {
        return Stream.concat(Stream.of(query.rows()), query.warnings().stream().map(WarningQuery::query))
                .toList();
    }
}
