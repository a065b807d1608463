package io.plumbline.jobs.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.jobs.job.JobId;
import io.plumbline.spec.Json;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The pages of results. A tenant's transaction sees its own alone. */
@ApplicationScoped
public class ResultRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String FIND = """
            SELECT state, progress, result_fence, result_rows, result_pages, result_meta::text AS about, error_code,
                coalesce(result_expires_at <= clock_timestamp(), true) AS expired
            FROM jobs.analytics_jobs WHERE tenant_id = $1 AND job_id = $2""";

    private static final String PAGES = """
            SELECT rows FROM jobs.job_results WHERE tenant_id = $1 AND job_id = $2 AND fence = $3 AND page BETWEEN $4 AND $5
            ORDER BY page""";

    // The lock makes a takeover wait for this page, or this page for a takeover: then it is not written.
    private static final String INSERT = """
            INSERT INTO jobs.job_results (tenant_id, job_id, fence, page, first_row, row_count, rows)
            SELECT tenant_id, job_id, fence, $4::integer, $5::bigint, $6::integer, $7::bytea FROM (
                SELECT tenant_id, job_id, fence FROM jobs.analytics_jobs
                WHERE tenant_id = $1 AND job_id = $2 AND fence = $3 AND state = 'running' FOR SHARE) held""";

    private static final String DROP =
            "DELETE FROM jobs.job_results WHERE tenant_id = $1 AND job_id = $2 AND fence <> $3";

    private static final String EXPIRE = """
            UPDATE jobs.analytics_jobs SET result_expires_at = NULL
            WHERE tenant_id = $1 AND job_id = $2 AND result_expires_at <= clock_timestamp()""";

    private final TenantTransaction transactions;

    ResultRepository(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * The result.
     *
     * @return fails with 404 where the tenant has no such job, 409 where it is not completed, 410 where its result is gone
     */
    Uni<Result> load(Caller caller, UUID job) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(caller.tenant().slug(), job))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw JobId.notFound();
                            }
                            return result(job, rows.iterator().next());
                        }));
    }

    /** Pages as they are kept, the first and the last included. */
    Uni<List<byte[]>> pages(Caller caller, Result result, int first, int last) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(PAGES)
                        .execute(Tuple.of(caller.tenant().slug(), result.job(), result.fence(), first, last))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getBuffer(0).getBytes())
                                .toList())
                        .invoke(found -> requireWhole(found, last - first + 1)));
    }

    private static void requireWhole(List<byte[]> found, int wanted) {
        if (found.size() != wanted) {
            throw expired();
        }
    }

    /**
     * Keeps a page, within a transaction of the tenant.
     *
     * @return false where the fence is no longer that of the running job: nothing was written
     */
    public static Uni<Boolean> insert(SqlConnection connection, Tenant tenant, UUID job, long fence, ResultPage page) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(
                        List.of(tenant.slug(), job, fence, page.page(), page.firstRow(), page.rowCount(), page.rows())))
                .map(inserted -> inserted.rowCount() == 1);
    }

    /** Drops the pages of all other fences, within a transaction of the tenant. */
    public static Uni<Void> dropAllBut(SqlConnection connection, Tenant tenant, UUID job, long fence) {
        return connection
                .preparedQuery(DROP)
                .execute(Tuple.of(tenant.slug(), job, fence))
                .replaceWithVoid();
    }

    /** Drops a result whose time is over; where it is not, nothing happens. */
    Uni<Boolean> expire(Caller caller, UUID job) {
        Tuple which = Tuple.of(caller.tenant().slug(), job);
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(EXPIRE)
                        .execute(which)
                        .flatMap(changed -> changed.rowCount() == 0
                                ? Uni.createFrom().item(false)
                                : dropAllBut(connection, caller.tenant(), job, -1)
                                        .replaceWith(true)));
    }

    private static Result result(UUID job, Row row) {
        String state = row.getString("state");
        if (!state.equals("completed")) {
            throw notFinished(state, row.getDouble("progress"), row.getString("error_code"));
        }
        if (row.getBoolean("expired")) {
            throw expired();
        }
        return new Result(
                job,
                row.getLong("result_fence"),
                row.getLong("result_rows"),
                row.getInteger("result_pages"),
                json(row.getString("about")));
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException notFinished(String state, double progress, String errorCode) {
        return switch (state) {
            case "failed" ->
                new ProblemException(
                        ResultProblem.NO_RESULT,
                        "The job failed (%s). GET /analytics/jobs/{id} says why.".formatted(errorCode));
            case "cancelled" ->
                new ProblemException(
                        ResultProblem.NO_RESULT, "The job was cancelled. Submit the spec again to have its rows.");
            default ->
                new ProblemException(
                        ResultProblem.NOT_FINISHED,
                        "The job is %s, %d %% done. Follow it at /analytics/jobs/{id}/stream, or ask again later."
                                .formatted(state, (int) (progress * 100)));
        };
    }

    private static ProblemException expired() {
        return new ProblemException(
                ResultProblem.RESULT_EXPIRED,
                "The rows are no longer kept. Submit the spec again to have them of the present data.");
    }
}
