package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.history.Past;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.oracle.answer.Oracle;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import io.plumbline.acceptance.spec.SpecMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is asked {@code as_of} an instant is answered as by a product that imported only what had happened until then: as by
 * one with that history cut off, asked of the same instant and asked of the present, and as by the oracle at that instant.
 */
@ExtendWith(RunningProduct.class)
class AsOfTest {
    private static final int HISTORIES = Integer.getInteger("plumbline.histories", 8);
    private static final int SPECS = Integer.getInteger("plumbline.specs", 60);
    private static final long SEED = Long.getLong("plumbline.seed", 1);

    private final Product product;
    private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

    AsOfTest(Product product) {
        this.product = product;
    }

    @Test
    void knowsNothingThatHappenedLater() {
        List<ObjectNode> specs = SpecMatrix.of(SEED);
        eachCut(SEED + 5000, cut -> differences.addAll(cut.differences(specs)));
        assertThat(differences).isEmpty();
    }

    @Test
    void knowsNothingOfLaterWhateverTheMetricOfTheCatalog() {
        List<ObjectNode> specs = metrics().flatMap(AsOfTest::shapes).toList();
        eachCut(SEED + 6000, cut -> differences.addAll(cut.differencesOfProducts(specs)));
        assertThat(differences).isEmpty();
    }

    private void eachCut(long firstSeed, Consumer<Cut> work) {
        Workers.each(firstSeed, HISTORIES, seed -> cut(seed).ifPresent(work));
    }

    private Optional<Cut> cut(long seed) {
        Chance chance = new Chance(seed);
        List<RawTracker> trackers = RandomHistory.of(seed);
        List<Instant> instants = trackers.stream()
                .flatMap(tracker -> Past.instants(tracker.linesWithAllStatuses()).stream())
                .toList();
        return instants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cut(
                        seed, trackers, chance.any(instants).plusMillis(chance.any(0, 0, -1, 1, 86_400_000)), chance));
    }

    private Stream<String> metrics() {
        String token = product.tokens().viewer(product.freshTenant());
        List<String> names = new ArrayList<>();
        product.get("/analytics/metrics", token)
                .json()
                .path("data")
                .forEach(metric -> names.add(metric.path("name").asText() + "@"
                        + metric.path("version").asText().replaceFirst("\\..*", "")));
        return names.stream();
    }

    /** Specs of one metric: in all, by month, by board, and by project and sprint. */
    private static Stream<ObjectNode> shapes(String metric) {
        return Stream.of(
                        "[]",
                        "[{\"field\": \"metric_time\", \"granularity\": \"month\"}]",
                        "[\"board\", \"sprint_state\"]",
                        "[\"project_key\", \"sprint_name\"]")
                .map(dimensions -> """
                        {"measures": [{"name": "%s", "as": "m0"}], "dimensions": %s, "time": {"from": "2024-10-01", "to": "2025-06-01"}}
                        """.formatted(metric, dimensions))
                .map(AsOfTest::read);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One history, whole and cut off. */
    private final class Cut {
        private final String name;
        private final Instant at;
        private final String whole;
        private final String past;
        private final Oracle oracle;
        private final Chance chance;

        Cut(long seed, List<RawTracker> trackers, Instant at, Chance chance) {
            this.chance = chance;
            this.name = "seed " + seed + " as of " + at;
            this.at = at;
            this.whole = product.freshTenant();
            this.past = product.freshTenant();
            trackers.forEach(tracker -> {
                product.load(whole, tracker.instance(), tracker.linesWithAllStatuses());
                product.load(past, tracker.instance(), Past.of(tracker.linesWithAllStatuses(), at));
            });
            this.oracle = new Oracle(trackers.stream()
                    .map(tracker -> TrackerReader.read(tracker.instance(), Past.of(tracker.linesWithAllStatuses(), at)))
                    .toList());
        }

        /** Of a sample of the specs, with the oracle. */
        List<String> differences(List<ObjectNode> specs) {
            return Stream.generate(() -> chance.any(specs))
                    .limit(SPECS)
                    .flatMap(spec -> named(spec, differences(spec)))
                    .toList();
        }

        /** Of all specs, without the oracle. */
        List<String> differencesOfProducts(List<ObjectNode> specs) {
            return specs.stream()
                    .flatMap(spec -> named(spec, differences(spec, rows(whole, then(spec)))))
                    .toList();
        }

        private Stream<String> named(ObjectNode spec, List<String> differences) {
            String where = name + ", tenants " + whole + " and " + past + ", spec " + spec;
            return differences.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(where), differences.stream());
        }

        private List<String> differences(ObjectNode spec) {
            List<Map<String, Object>> rows = rows(whole, then(spec));
            List<String> found = differences(spec, rows);
            compare("the oracle's answer", oracle.answer(spec, at).rows(), rows, found);
            return found;
        }

        private List<String> differences(ObjectNode spec, List<Map<String, Object>> rows) {
            List<String> found = new ArrayList<>();
            compare("the past's own answer", rows(past, then(spec)), rows, found);
            if (endsBefore(spec)) {
                compare("the past's answer of today", rows(past, spec), rows, found);
            }
            return found;
        }

        private ObjectNode then(ObjectNode spec) {
            ObjectNode then = spec.deepCopy();
            then.withObject("/time").put("as_of", at.toString());
            return then;
        }

        /** Whether the present makes no difference: the range ends before the instant. */
        private boolean endsBefore(ObjectNode spec) {
            JsonNode to = spec.at("/time/to");
            ZoneId zone = ZoneId.of(spec.at("/time/timezone").asText("UTC"));
            return to.isTextual()
                    && !LocalDate.parse(to.asText())
                            .atStartOfDay(zone)
                            .toInstant()
                            .isAfter(at);
        }

        private List<Map<String, Object>> rows(String tenant, ObjectNode spec) {
            return Results.rows(product.run(tenant, spec));
        }

        private void compare(
                String whose, List<Map<String, Object>> expected, List<Map<String, Object>> rows, List<String> found) {
            TreeSet<String> keys = new TreeSet<>();
            Stream.concat(expected.stream(), rows.stream()).forEach(row -> keys.addAll(row.keySet()));
            keys.removeIf(column -> column.matches("m\\d+(__.*)?"));
            new Comparer(List.copyOf(keys))
                    .differences(expected, rows)
                    .forEach(difference -> found.add(whose + ": " + difference));
        }
    }
}
