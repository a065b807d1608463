package io.plumbline.query.trial;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Runs compiled statements for their faults alone; what they give is dropped. */
@ApplicationScoped
public class TrialRepository {
    Uni<Void> run(SqlConnection connection, Compiled.Query query) {
        Stream<SqlQuery> warnings = query.warnings().stream().map(warning -> warning.query());
        return Multi.createFrom()
                .iterable(Stream.concat(Stream.of(query.rows()), warnings).toList())
                .onItem()
                .transformToUniAndConcatenate(
                        each -> connection.preparedQuery(each.text()).execute(Tuple.from(each.binds())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
