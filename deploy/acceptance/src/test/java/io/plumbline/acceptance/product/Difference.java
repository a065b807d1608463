package io.plumbline.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.oracle.answer.Answer;
import io.plumbline.acceptance.oracle.answer.Oracle;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One random history, known to the oracle and to the product. */
final class Difference {
    private static final Set<String> GROWING = Set.of("blocked_hours", "wip_age", "bug_age");

    private static final String SAME = "occurrence";

    private final long seed;
    private final Product product;
    private final String tenant;
    private final Oracle oracle;

    Difference(long seed, Product product) {
        List<RawTracker> trackers = RandomHistory.of(seed);
        this.seed = seed;
        this.product = product;
        this.tenant = product.freshTenant();
        trackers.forEach(t -> product.load(tenant, t.instance(), t.lines()));
        this.oracle = new Oracle(trackers.stream()
                .map(t -> TrackerReader.read(t.instance(), t.lines()))
                .toList());
    }

    /** What the two answer differently; empty where they agree. */
    List<String> on(ObjectNode spec) {
        Answer expected = oracle.answer(spec, Instant.now());
        JsonNode answer;
        try {
            answer = product.run(tenant, spec);
        } catch (AssertionError e) {
            return List.of("seed " + seed + ": " + e.getMessage());
        }
        List<Map<String, Object>> actual = Results.rows(answer);
        Query query = Query.read(spec);
        List<String> found = new ArrayList<>();
        if (answer.at("/data/total").asInt() != expected.total()) {
            found.add("total " + expected.total() + " expected but was " + answer.at("/data/total"));
        }
        List<String> keys =
                new ArrayList<>(query.dims().stream().map(Dim::field).toList());
        if (query.isBySprint()) {
            keys.addAll(List.of("metric_time__sprint", "metric_time__board"));
        }
        found.addAll(new Comparer(with(keys), slack(query))
                .differences(
                        numbered(keys, expected.explained()),
                        numbered(keys, Answer.explained(actual, Results.reasons(answer)))));
        if (found.isEmpty() && !isOrdered(query, keys, expected.rows(), actual)) {
            found.add("order expected " + expected.rows() + " but was " + actual);
        }
        if (!found.isEmpty()) {
            found.addFirst("seed " + seed + ", tenant " + tenant + ", spec " + spec);
        }
        return found;
    }

    private static List<String> with(List<String> keys) {
        List<String> more = new ArrayList<>(keys);
        more.add(SAME);
        return more;
    }

    /** Sprints of two trackers may look the same: tells such rows apart by their order. */
    private static List<Map<String, Object>> numbered(List<String> keys, List<Map<String, Object>> rows) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        rows.forEach(row -> row.put(SAME, seen.merge(keys.stream().map(row::get).toList(), 1, Integer::sum)));
        return rows;
    }

    /** Rows by sprint do not tell their order; where nothing else orders them they are those of the oracle one by one. */
    private static boolean isOrdered(
            Query query, List<String> keys, List<Map<String, Object>> expected, List<Map<String, Object>> actual) {
        if (!query.isBySprint()) {
            return Oracle.isOrdered(query, actual);
        }
        return !query.sort().isEmpty() || keys(keys, expected).equals(keys(keys, actual));
    }

    private static List<List<Object>> keys(List<String> keys, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> keys.stream().map(row::get).toList()).toList();
    }

    /** Blocked time and ages up to the present grow between two answers: allow it some seconds. */
    static double slack(Query query) {
        Instant end = query.range().end();
        boolean growing = query.asks().stream().anyMatch(a -> GROWING.contains(a.metric()));
        return growing && (end == null || end.isAfter(Instant.now())) ? 0.01 : 0;
    }
}
