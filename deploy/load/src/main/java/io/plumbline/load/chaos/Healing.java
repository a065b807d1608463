package io.plumbline.load.chaos;

import io.plumbline.load.faults.Processes.Running;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until nothing is under way any more: each job has ended, each confirmed record was read, each event was published. */
final class Healing {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final String LEFT = """
            SELECT (SELECT count(*) FROM unnest(?::text[]) AS wanted (key) WHERE NOT EXISTS (
                    SELECT FROM jobs.idempotency_keys k WHERE k.key = wanted.key)) AS unread,
                (SELECT count(*) FROM jobs.analytics_jobs WHERE label LIKE ? AND state IN ('queued', 'running')) AS jobs,
                (SELECT count(*) FROM jobs.outbox) AS events""";

    private final Scene scene;

    Healing(Scene scene) {
        this.scene = scene;
    }

    /** What is left after that time; empty where nothing is. */
    List<String> await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
            left = left();
        }
        return left;
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        try (Connection connection = scene.stack().superuser();
                var statement = connection.prepareStatement(LEFT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", scene.ledger().acceptedKeys().toArray()));
            statement.setString(2, scene.ledger().run() + " %");
            try (var found = statement.executeQuery()) {
                found.next();
                add(left, found.getInt("unread"), "accepted submissions without a job");
                add(left, found.getInt("jobs"), "jobs that have not ended");
                add(left, found.getInt("events"), "events that were not published");
            }
            for (String service : List.of("job-service", "query-service")) {
                for (Running one : scene.processes().all(service)) {
                    add(left, scene.looker().metrics().isReady(one) ? 0 : 1, one.name() + " that is not ready");
                }
            }
        } catch (SQLException | IOException e) {
            left.add(e.getMessage());
        }
        return left;
    }

    private static void add(List<String> left, int count, String what) {
        if (count > 0) {
            left.add(count + " " + what);
        }
    }
}
