package io.plumbline.query.run;

import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Compiles a spec and runs it in one read-only transaction of the caller's tenant. */
@ApplicationScoped
public class RunService {
    private final SpecIntake intake;
    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final QueryRepository queries;
    private final QueryMeter meter;

    RunService(
            SpecIntake intake,
            WarehouseTransaction warehouse,
            FreshnessRepository freshness,
            QueryRepository queries,
            QueryMeter meter) {
        this.intake = intake;
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.queries = queries;
        this.meter = meter;
    }

    /** What one transaction read. */
    private record Read(Freshness state, ResultRows rows, List<String> warnings) {}

    Uni<Answer> run(byte[] body, Caller caller) {
        return meter.observe(watch -> intake.accept(body, caller.tenant())
                .flatMap(accepted -> warehouse
                        .read(caller, connection -> read(connection, caller, accepted.query()))
                        .map(read ->
                                AnswerWriter.write(accepted, read.state, read.rows, read.warnings, watch.millis()))));
    }

    // Sent at once, one after the other on the same connection: the answers cost one round trip.
    private Uni<Read> read(SqlConnection connection, Caller caller, Compiled.Query query) {
        return Uni.combine()
                .all()
                .unis(
                        freshness.load(connection, caller.tenant()),
                        queries.load(connection, query.rows()),
                        warnings(connection, query))
                .with(Read::new);
    }

    private Uni<List<String>> warnings(SqlConnection connection, Compiled.Query query) {
        if (query.warnings().isEmpty()) {
            return Uni.createFrom().item(query.notices());
        }
        return Uni.join()
                .all(query.warnings().stream()
                        .map(warning -> queries.load(connection, warning))
                        .toList())
                .andFailFast()
                .map(found -> Stream.concat(
                                query.notices().stream(), found.stream().flatMap(List::stream))
                        .toList());
    }
}
