package io.plumbline.query.drill;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.compiler.Opened;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.query.intake.OpenedCell;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.query.run.QueryRepository;
import io.plumbline.query.run.Stopwatch;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compiles a cell and reads what is behind it, in one read-only transaction of the caller's tenant. */
@ApplicationScoped
public class DrillService {
    private final SpecIntake intake;
    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final QueryRepository queries;

    DrillService(
            SpecIntake intake, WarehouseTransaction warehouse, FreshnessRepository freshness, QueryRepository queries) {
        this.intake = intake;
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.queries = queries;
    }

    /** What one transaction read; the rows still have their last two columns. */
    private record Read(Freshness state, List<List<Object>> rows) {}

    Uni<DrillAnswer> drill(DrillBody body, Caller caller) {
        Stopwatch watch = new Stopwatch();
        return intake.open(body == null ? null : body.spec(), DrillRequests.of(body), caller.tenant())
                .flatMap(opened -> drill(opened, caller, watch));
    }

    private Uni<DrillAnswer> drill(OpenedCell opened, Caller caller, Stopwatch watch) {
        return warehouse
                .read(
                        caller,
                        purpose(
                                opened,
                                FreshnessRepository.FIND,
                                opened.query().page().text()),
                        connection -> read(connection, caller, opened.query()),
                        read -> read.rows().size())
                .flatMap(read -> totals(read, caller, opened)
                        .map(totals -> DrillWriter.write(opened, read.state(), read.rows(), totals, watch.millis())));
    }

    private Uni<Read> read(SqlConnection connection, Caller caller, Opened.Query query) {
        return Uni.combine()
                .all()
                .unis(freshness.load(connection, caller.tenant()), queries.values(connection, query.page()))
                .with(Read::new);
    }

    /** Each row tells the totals; of a page beyond the last row they are asked for. */
    private Uni<List<Object>> totals(Read read, Caller caller, OpenedCell opened) {
        SqlQuery totals = opened.query().totals();
        return read.rows().isEmpty()
                ? warehouse
                        .read(
                                caller,
                                purpose(opened, totals.text()),
                                connection -> queries.values(connection, totals),
                                List::size)
                        .map(List::getFirst)
                : Uni.createFrom().item(DrillWriter.totals(read.rows().getFirst()));
    }

    private static Purpose purpose(OpenedCell opened, String... statements) {
        return Purpose.of(Kind.DRILL, opened.hash(), List.of(statements));
    }
}
