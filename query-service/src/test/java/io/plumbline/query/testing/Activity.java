package io.plumbline.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the service's connections do, as the database sees it. */
public final class Activity {
    private Activity() {}

    /** The statements that run or wait for a lock now. */
    public static List<String> running() {
        return Warehouse.query(EmbeddedServers.postgres(), """
                SELECT pid, application_name, query FROM pg_stat_activity
                WHERE usename = 'query_service' AND state = 'active'
                """);
    }

    /** The transactions that are open now, also those that wait for their work to go on. */
    public static List<String> transactions() {
        return Warehouse.query(EmbeddedServers.postgres(), """
                SELECT pid, application_name, query FROM pg_stat_activity
                WHERE usename = 'query_service' AND state <> 'idle'
                """);
    }

    /** Waits until the running statements are as wanted; fails where they are not in time. */
    public static void await(Duration patience, Predicate<List<String>> wanted) {
        await(patience, Activity::running, wanted);
    }

    /** Waits until no transaction is open, whatever it waits for. */
    public static void awaitNoTransaction(Duration patience) {
        await(patience, Activity::transactions, List::isEmpty);
    }

    private static void await(Duration patience, Supplier<List<String>> seen, Predicate<List<String>> wanted) {
        Instant end = Instant.now().plus(patience);
        List<String> running = seen.get();
        while (!wanted.test(running) && Instant.now().isBefore(end)) {
            running = seen.get();
        }
        assertThat(wanted.test(running)).as("running: %s", running).isTrue();
    }
}
