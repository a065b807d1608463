package io.plumbline.jobs.job;

import static io.restassured.RestAssured.given;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls of the API, looks into the database past all locks, and a worker's writes. */
public final class JobCalls {
    private JobCalls() {}

    /** A spec that no other number gives. */
    public static String spec(int number) {
        return "{\"measures\":[{\"name\":\"created\"}],\"limit\":%d}".formatted(number);
    }

    public static RequestSpecification analyst(String tenant) {
        return given().auth().oauth2(TestTokens.analyst(tenant)).contentType("application/json");
    }

    public static Response submit(String tenant, String body) {
        return analyst(tenant).body(body).post("/analytics/jobs");
    }

    static Response submit(String tenant, String body, String key) {
        return analyst(tenant).header("Idempotency-Key", key).body(body).post("/analytics/jobs");
    }

    public static String id(Response answer) {
        return answer.jsonPath().getString("data.id");
    }

    /** What a worker's claim does. */
    static void claim(String id) {
        execute("""
                UPDATE jobs.analytics_jobs SET state = 'running', cause = 'claimed', fence = fence + 1, attempt = attempt + 1,
                lease_until = clock_timestamp() + interval '10 s' WHERE job_id = '%s' AND state = 'queued'""".formatted(id));
    }

    /** What a worker's end does: it completes only where nobody wants the job's end, else it is cancelled. */
    static int complete(String id) {
        int completed = execute("""
                UPDATE jobs.analytics_jobs SET state = 'completed', cause = 'completed', fence = fence + 1, lease_until = NULL,
                progress = 1 WHERE job_id = '%s' AND state = 'running' AND cancel_requested_at IS NULL""".formatted(id));
        return completed == 1 ? 1 : execute("""
                UPDATE jobs.analytics_jobs SET state = 'cancelled', cause = 'cancelled', fence = fence + 1, lease_until = NULL
                WHERE job_id = '%s' AND state = 'running'""".formatted(id)) - 1;
    }

    public static int execute(String sql) {
        try (Connection connection = EmbeddedServers.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of a query, columns joined by a bar. */
    public static List<String> rows(String sql) {
        try (Connection connection = EmbeddedServers.postgres().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(String.join("|", row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something so many times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : calls) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
