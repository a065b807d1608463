package io.plumbline.jobs.ingest;

import static io.plumbline.jobs.ingest.Stored.warehouse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a tracker's events tell, in whatever order, however often and in whatever pieces they come, gives the warehouse that one
 * import of the tracker's final state with its whole history gives.
 */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class EventConvergenceTest {
    private static final int STEPS = 90;

    @Inject
    @DataSource("imports")
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyOrderOfEventsGivesWhatOneImportGives(long seed) {
        var tracker = new LivingTracker(seed, STEPS);
        String clean = "clean" + seed;
        Stored.merge(database, clean, tracker.export());
        List<String> expected = warehouse(clean);
        for (int order = 0; order < 3; order++) {
            String tenant = "events" + seed + "x" + order;
            var random = new Random(seed * 31 + order);
            Stored.merge(database, tenant, tracker.catalog());
            for (List<String> piece : pieces(tracker, order, random)) {
                Stored.merge(database, tenant, piece);
            }
            assertThat(warehouse(tenant)).as("seed %d, order %d", seed, order).isEqualTo(expected);
        }
        assertThat(expected).hasSizeGreaterThan(100);
    }

    @Test
    void eventsThatCameBeforeChangeNothing() {
        var tracker = new LivingTracker(99, STEPS);
        Stored.merge(database, "events_again", tracker.catalog());
        Stored.merge(database, "events_again", tracker.events());
        List<String> before = warehouse("events_again");
        Long version = Stored.merge(database, "events_again", tracker.events());

        assertThat(version).as("no new data version").isNull();
        assertThat(warehouse("events_again")).isEqualTo(before);
    }

    /** Order 0 is that of the tracker; others are shuffled. A third of the events come twice; whole records come in between. */
    private static List<List<String>> pieces(LivingTracker tracker, int order, Random random) {
        List<String> lines = new ArrayList<>(tracker.events());
        if (order > 0) {
            List<String> twice = new ArrayList<>(tracker.events());
            Collections.shuffle(twice, random);
            lines.addAll(twice.subList(0, twice.size() / 3));
            lines.addAll(order == 2 ? tracker.snapshots() : List.of());
            Collections.shuffle(lines, random);
        }
        List<List<String>> pieces = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = Math.min(lines.size(), from + 1 + random.nextInt(30));
            pieces.add(lines.subList(from, to));
            from = to;
        }
        return pieces;
    }
}
