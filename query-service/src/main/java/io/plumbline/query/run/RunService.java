package io.plumbline.query.run;

import io.plumbline.query.audit.Audited;
import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Compiles a spec, runs it in one read-only transaction of the caller's tenant and keeps a receipt of the answer. */
@ApplicationScoped
public class RunService {
    private final SpecIntake intake;
    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final QueryRepository queries;
    private final Receipts receipts;
    private final QueryMeter meter;

    RunService(
            SpecIntake intake,
            WarehouseTransaction warehouse,
            FreshnessRepository freshness,
            QueryRepository queries,
            Receipts receipts,
            QueryMeter meter) {
        this.intake = intake;
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.queries = queries;
        this.receipts = receipts;
        this.meter = meter;
    }

    Uni<Answer> run(byte[] body, Caller caller) {
        return meter.observe(
                watch -> intake.accept(body, caller.tenant())
                        .flatMap(accepted -> warehouse
                                .open(
                                        caller,
                                        purpose(accepted, Kind.RUN),
                                        connection -> read(connection, caller, accepted.query()))
                                .flatMap(read -> answer(accepted, read, caller, watch))),
                answer -> answer.data().total());
    }

    /** The rows of a spec, without a word on how they are handed over. */
    public Uni<Evaluation> evaluate(AcceptedSpec accepted, Caller caller, Kind kind) {
        return warehouse.read(
                caller,
                purpose(accepted, kind),
                connection -> read(connection, caller, accepted.query()),
                evaluation -> evaluation.rows().rows().size());
    }

    private static Purpose purpose(AcceptedSpec accepted, Kind kind) {
        Compiled.Query query = accepted.query();
        Stream<String> warnings =
                query.warnings().stream().map(warning -> warning.query().text());
        Stream<String> rows = Stream.of(FreshnessRepository.FIND, query.rows().text());
        return Purpose.of(kind, accepted.hash(), Stream.concat(rows, warnings).toList());
    }

    private Uni<Answer> answer(AcceptedSpec accepted, Audited<Evaluation> read, Caller caller, Stopwatch watch) {
        double millis = watch.millis();
        Evaluation evaluation = read.result();
        return receipts.keep(accepted, read, caller)
                .map(proof -> AnswerWriter.write(accepted, evaluation, proof, millis));
    }

    // Sent at once, one after the other on the same connection: the answers cost one round trip.
    private Uni<Evaluation> read(SqlConnection connection, Caller caller, Compiled.Query query) {
        return Uni.combine()
                .all()
                .unis(
                        freshness.load(connection, caller.tenant()),
                        queries.load(connection, query.rows()),
                        queries.warnings(connection, query))
                .with(Evaluation::new);
    }
}
