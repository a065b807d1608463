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
    /** However slow the machine is; but less than the 30 s after which the database ends a statement by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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

    /** Waits until the running statements are as wanted; fails where they never are. */
    public static void await(Predicate<List<String>> wanted) {
        await(PATIENCE, Activity::running, wanted);
    }

    /** Waits until no transaction is open, whatever it waits for. */
    public static void awaitNoTransaction() {
        awaitNoTransaction(PATIENCE);
    }

    /** The same where it must be sooner, as something else would end it. */
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
