package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.Fenced.HELD;
import static io.plumbline.jobs.work.Fenced.LEFT;

import io.plumbline.jobs.job.EventKind;
import io.plumbline.jobs.job.JobEvents;
import io.plumbline.jobs.result.ResultConfig;
import io.plumbline.jobs.result.ResultPage;
import io.plumbline.jobs.result.ResultRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps what an attempt brings and ends it. Each is one transaction with all that belongs to it: state, pages, what watchers
 * are told. False means that it changed nothing, because somebody else has the job or its end is wanted.
 */
@ApplicationScoped
public class EndRepository {
    private static final String COMPLETE = """
            UPDATE jobs.analytics_jobs
            SET state = 'completed', cause = 'completed', progress = 1, stage = 'done', rows_so_far = $4, result_fence = $3,
                result_rows = $4, result_pages = $5, result_bytes = $6, result_meta = $7,
                result_expires_at = clock_timestamp() + $8 * interval '1 millisecond',""" + LEFT + HELD + " AND cancel_requested_at IS NULL";

    private static final String FAIL =
            "UPDATE jobs.analytics_jobs SET state = 'failed', cause = $4, error_code = $5, error = $6," + LEFT + HELD;

    private static final String CANCEL =
            "UPDATE jobs.analytics_jobs SET state = 'cancelled', cause = 'cancelled'," + LEFT + HELD;

    private static final String RETRY = """
            UPDATE jobs.analytics_jobs
            SET state = 'queued', cause = 'retry', stage = 'queued', error_code = $4, error = $5,
                run_after = clock_timestamp() + $6 * interval '1 millisecond',""" + LEFT + HELD + " AND cancel_requested_at IS NULL";

    private static final String POSTPONE = """
            UPDATE jobs.analytics_jobs
            SET state = 'queued', cause = 'postponed', attempt = attempt - 1, stage = 'queued', error_code = $4, error = $5,
                run_after = clock_timestamp() + $6 * interval '1 millisecond',""" + LEFT + HELD + " AND cancel_requested_at IS NULL";

    private static final String RELEASE = """
            UPDATE jobs.analytics_jobs
            SET state = 'queued', cause = 'released', attempt = attempt - 1, stage = 'queued',
                run_after = clock_timestamp(),""" + LEFT + HELD + " AND cancel_requested_at IS NULL";

    private final Fenced fenced;
    private final JobEvents events;
    private final Duration keep;

    EndRepository(Fenced fenced, JobEvents events, ResultConfig results) {
        this.fenced = fenced;
        this.events = events;
        this.keep = results.keepResults();
    }

    /** What a finished result amounts to. */
    record Sum(long rows, int pages, long bytes, JsonObject about) {}

    /** Keeps a page; a page of a lost job is not kept. */
    Uni<Boolean> keep(Claim claim, ResultPage page) {
        return fenced.write(claim.caller().tenant(), connection -> insert(connection, claim, page));
    }

    /** The job is done: with its last page and the pages before, it has a result. */
    Uni<Boolean> complete(Claim claim, Optional<ResultPage> last, Sum sum) {
        Tuple values = Fenced.held(claim, sum.rows(), sum.pages(), sum.bytes(), sum.about(), Fenced.millis(keep));
        return fenced.write(
                claim.caller().tenant(),
                connection -> last.map(page -> insert(connection, claim, page))
                        .orElseGet(() -> Uni.createFrom().item(true))
                        .flatMap(held -> held
                                ? end(connection, claim, COMPLETE, values, EventKind.COMPLETED, claim.fence())
                                : Uni.createFrom().item(false)));
    }

    Uni<Boolean> fail(Claim claim, String cause, String code, String detail) {
        return end(claim, FAIL, Fenced.held(claim, cause, code, detail), EventKind.FAILED);
    }

    Uni<Boolean> cancel(Claim claim) {
        return end(claim, CANCEL, Fenced.held(claim), EventKind.CANCELLED);
    }

    /** The job waits for another attempt. */
    Uni<Boolean> retry(Claim claim, String code, String detail, Duration pause) {
        return end(claim, RETRY, Fenced.held(claim, code, detail, Fenced.millis(pause)), EventKind.RETRYING);
    }

    /** The job waits until who runs queries may be there again; this attempt does not count. */
    Uni<Boolean> postpone(Claim claim, String code, String detail, Duration pause) {
        return end(claim, POSTPONE, Fenced.held(claim, code, detail, Fenced.millis(pause)), EventKind.RETRYING);
    }

    /** The job waits for another process; this attempt does not count. */
    Uni<Boolean> release(Claim claim) {
        return end(claim, RELEASE, Fenced.held(claim), EventKind.RELEASED);
    }

    private Uni<Boolean> end(Claim claim, String statement, Tuple values, EventKind kind) {
        return fenced.write(claim.caller().tenant(), connection -> end(connection, claim, statement, values, kind, -1));
    }

    /** @param fence of the pages that stay */
    private Uni<Boolean> end(
            SqlConnection connection, Claim claim, String statement, Tuple values, EventKind kind, long fence) {
        return connection
                .preparedQuery(statement)
                .execute(values)
                .flatMap(changed -> changed.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : ResultRepository.dropAllBut(connection, claim.caller().tenant(), claim.job(), fence)
                                .chain(() ->
                                        events.append(connection, claim.caller().tenant(), claim.job(), kind))
                                .replaceWith(true));
    }

    private static Uni<Boolean> insert(SqlConnection connection, Claim claim, ResultPage page) {
        return ResultRepository.insert(connection, claim.caller().tenant(), claim.job(), claim.fence(), page);
    }
}
