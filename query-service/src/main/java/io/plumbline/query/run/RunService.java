package io.plumbline.query.run;

import io.plumbline.query.audit.AuditService;
import io.plumbline.query.audit.Audited;
import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.cache.CacheMode;
import io.plumbline.query.cache.Made;
import io.plumbline.query.cache.ResultCache;
import io.plumbline.query.cache.Source;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.ReadSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.query.popularity.PopularityService;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.trace.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * Answers a spec: from the cache, or compiles it, runs it in one read-only transaction of the caller's tenant and keeps a
 * receipt of the answer.
 */
@ApplicationScoped
public class RunService {
    private final SpecIntake intake;
    private final ResultCache cache;
    private final PopularityService popularity;
    private final AuditService audit;
    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final QueryRepository queries;
    private final Receipts receipts;
    private final QueryMeter meter;

    RunService(
            SpecIntake intake,
            ResultCache cache,
            PopularityService popularity,
            AuditService audit,
            WarehouseTransaction warehouse,
            FreshnessRepository freshness,
            QueryRepository queries,
            Receipts receipts,
            QueryMeter meter) {
        this.intake = intake;
        this.cache = cache;
        this.popularity = popularity;
        this.audit = audit;
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.queries = queries;
        this.receipts = receipts;
        this.meter = meter;
    }

    Uni<RunAnswer> run(byte[] body, CacheMode mode, Caller caller) {
        return meter.observe(
                watch -> run(intake.read(body), mode, caller, watch), RunAnswer::total, RunAnswer::isCached);
    }

    private Uni<RunAnswer> run(ReadSpec asked, CacheMode mode, Caller caller, Stopwatch watch) {
        return intake.catalog(caller.tenant())
                .map(catalog -> new RunCall(asked, catalog, caller, watch))
                .flatMap(call -> Steps.time("cache", () -> cache.serve(call.question(), mode, () -> make(call))))
                .map(serving -> new RunAnswer(serving, watch))
                .invoke(answer -> tell(asked, caller, answer));
    }

    private void tell(ReadSpec asked, Caller caller, RunAnswer answer) {
        popularity.count(asked.spec(), answer.serving().answer());
        if (answer.isCached()) {
            audit.recordHit(caller, asked.hash(), answer.total(), answer.watch().elapsed());
        }
    }

    /**
     * Has the answer to a spec made, if none is kept, as it is for callers like that one.
     *
     * @param spec in canonical form, as JSON
     * @return where it comes from; fails with a {@link io.plumbline.spec.problem.ProblemException}
     */
    public Uni<Source> warm(String spec, Caller caller) {
        return Uni.createFrom().deferred(() -> {
            ReadSpec asked = intake.readAgain(spec);
            Stopwatch watch = new Stopwatch();
            return intake.catalog(caller.tenant())
                    .map(catalog -> new RunCall(asked, catalog, caller, watch))
                    .flatMap(call -> cache.warm(call.question(), () -> make(call)));
        });
    }

    /** The rows of a spec, without a word on how they are handed over. */
    public Uni<Evaluation> evaluate(AcceptedSpec accepted, Caller caller, Kind kind) {
        return warehouse.read(
                caller,
                purpose(accepted, kind),
                connection -> read(connection, caller, accepted.query()),
                RunService::count);
    }

    private static long count(Evaluation evaluation) {
        return evaluation.rows().rows().size();
    }

    private static Purpose purpose(AcceptedSpec accepted, Kind kind) {
        Compiled.Query query = accepted.query();
        Stream<String> warnings =
                query.warnings().stream().map(warning -> warning.query().text());
        Stream<String> rows = Stream.of(FreshnessRepository.FIND, query.rows().text());
        return Purpose.of(kind, accepted.hash(), Stream.concat(rows, warnings).toList());
    }

    private Uni<Made> make(RunCall call) {
        Caller caller = call.caller();
        AcceptedSpec accepted = intake.compile(call.asked(), call.catalog(), caller.tenant());
        return warehouse
                .open(
                        caller,
                        purpose(accepted, Kind.RUN),
                        connection -> read(connection, caller, accepted.query()),
                        RunService::count)
                .flatMap(read -> answer(call, accepted, read));
    }

    private Uni<Made> answer(RunCall call, AcceptedSpec accepted, Audited<Evaluation> read) {
        double millis = call.watch().millis();
        return receipts.keep(accepted, read, call.caller())
                .map(proof -> made(call, AnswerWriter.write(accepted, read.result(), proof, millis)));
    }

    /** An answer without a receipt is not kept, so that the next one may have it. */
    private static Made made(RunCall call, Answer answer) {
        var kept = new KeptAnswer(
                call.question().at(answer.meta().dataVersion()),
                answer.meta().evaluatedAt(),
                answer.data().results().size(),
                answer.data().total(),
                answer.data().queryTimeMs(),
                AnswerBody.content(answer));
        return new Made(kept, answer.meta().receipt() != null);
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
