package io.plumbline.query.run;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.audit.Purpose;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.database.QueryConfig;
import io.plumbline.query.database.WarehouseTransaction;
import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.freshness.FreshnessRepository;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.paging.Cursor;
import io.plumbline.query.paging.Pages;
import io.plumbline.spec.format.RowFormat;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles a spec and hands its rows on while they are read, in one read-only transaction of the caller's tenant. What
 * fails up to the first page is a problem document as ever; what fails later breaks the answer off.
 */
@ApplicationScoped
public class RunStreamService {
    private static final String STREAMED =
            "This answer has no receipt: its rows are handed on unkept. Ask for application/json to have one.";

    private final Pages pages;
    private final WarehouseTransaction warehouse;
    private final FreshnessRepository freshness;
    private final QueryRepository queries;
    private final QueryMeter meter;
    private final StreamConfig config;
    private final QueryConfig limits;

    RunStreamService(
            Pages pages,
            WarehouseTransaction warehouse,
            FreshnessRepository freshness,
            QueryRepository queries,
            QueryMeter meter,
            StreamConfig config,
            QueryConfig limits) {
        this.pages = pages;
        this.warehouse = warehouse;
        this.freshness = freshness;
        this.queries = queries;
        this.meter = meter;
        this.config = config;
        this.limits = limits;
    }

    /**
     * The answer, once its first rows are read.
     *
     * @param cursor where it begins; none for the first row
     */
    Uni<StreamedRows> open(byte[] body, Optional<Cursor> cursor, RowFormat format, Caller caller) {
        return meter.observe(
                watch -> pages.accept(body, cursor, caller.tenant())
                        .flatMap(accepted -> open(new Question(accepted, cursor, format, caller, terms(), watch))),
                rows -> rows.heading().total());
    }

    /**
     * The rows of a job's spec, once the first are read.
     *
     * @param terms how long it may take
     */
    public Uni<StreamedRows> open(Uni<AcceptedSpec> asked, RowFormat format, Caller caller, StreamTerms terms) {
        return meter.observe(
                watch -> asked.flatMap(
                        accepted -> open(new Question(accepted, Optional.empty(), format, caller, terms, watch))),
                rows -> rows.heading().total());
    }

    private record Question(
            AcceptedSpec accepted,
            Optional<Cursor> cursor,
            RowFormat format,
            Caller caller,
            StreamTerms terms,
            Stopwatch watch) {}

    private StreamTerms terms() {
        return new StreamTerms(Kind.STREAM, limits.statementTimeout(), config.writePatience(), List.of(STREAMED));
    }

    private record About(Freshness state, List<String> warnings) {}

    private Uni<StreamedRows> open(Question question) {
        return Uni.createFrom().emitter(emitter -> {
            Transfer transfer = new Transfer(emitter);
            transfer.run(warehouse.read(
                    question.caller(),
                    purpose(question),
                    question.terms().statementTimeout(),
                    connection -> read(connection, question, transfer),
                    Long::longValue));
        });
    }

    private static Purpose purpose(Question question) {
        Compiled.Query query = question.accepted().query();
        Stream<String> about = Stream.concat(
                Stream.of(FreshnessRepository.FIND),
                query.warnings().stream().map(warning -> warning.query().text()));
        return Purpose.of(
                question.terms().kind(),
                question.accepted().hash(),
                Stream.concat(about, Stream.of(query.rows().text())).toList());
    }

    /** The number of rows that went out. */
    private Uni<Long> read(SqlConnection connection, Question question, Transfer transfer) {
        return Uni.combine()
                .all()
                .unis(
                        freshness.load(connection, question.caller().tenant()),
                        queries.warnings(connection, question.accepted().query()))
                .with(About::new)
                .invoke(about -> Pages.requireSame(question.cursor(), about.state()))
                .flatMap(about -> queries.page(
                        connection,
                        question.accepted().query().rows(),
                        pages -> pages.next()
                                .flatMap(page -> transfer.begin(begun(question, about, page), page, pages))));
    }

    private StreamedRows begun(Question question, About about, List<List<Object>> page) {
        List<ResultColumn> columns = question.accepted().query().rows().columns();
        long total = page.isEmpty() ? 0 : (Long) page.getFirst().getLast();
        List<String> warnings = Stream.concat(about.warnings().stream(), question.terms().notices().stream())
                .toList();
        Answer.Meta meta = AnswerWriter.write(question.accepted(), about.state(), total, warnings);
        return new StreamedRows(
                question.format(),
                // The last column is the total.
                new RowFormat.Heading(columns.subList(0, columns.size() - 1), AnswerColumns.units(meta), meta, total),
                question.watch(),
                question.terms().writePatience());
    }
}
