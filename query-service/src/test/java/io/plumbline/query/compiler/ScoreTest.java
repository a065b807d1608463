package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The problematic score of each sprint against one reckoned in Java from the sprints' part values. */
class ScoreTest {
    private static final Map<String, Double> WEIGHTS = new LinkedHashMap<>(Map.of(
            "spillover_ratio", 0.25,
            "scope_churn_ratio", 0.20,
            "accuracy_abs", 0.20,
            "reopened_issues", 0.15,
            "blocked_hours", 0.10,
            "bugs_added", 0.10));

    /** A closed sprint and its part values, in the order of its end. */
    private record Sprint(String name, String board, boolean started, Map<String, Double> parts) {}

    private record Scored(Double score, Map<String, Double> parts) {}

    @Test
    void measuresAgainstTheInstance() {
        List<Sprint> population = sprints().stream().filter(Sprint::started).toList();
        Map<String, Scored> scores = scores("sprint_problematic_score@1", "");
        for (Sprint sprint : sprints()) {
            Scored expected = scored(sprint, population, ScoreTest::mean, ScoreTest::deviation);
            assertScore(sprint, scores.get(sprint.name()), expected);
        }
    }

    @Test
    void measuresAgainstTheSprintsOfTheBoardBefore() {
        List<Sprint> sprints = sprints();
        Map<String, Scored> scores = scores("sprint_problematic_score@2", "");
        for (Sprint sprint : sprints) {
            List<Sprint> before = sprints.subList(0, sprints.indexOf(sprint)).stream()
                    .filter(other -> other.started()
                            && !other.board().equals("null")
                            && other.board().equals(sprint.board()))
                    .toList();
            List<Sprint> window = before.subList(Math.max(0, before.size() - 8), before.size());
            Scored expected = window.size() < 5
                    ? new Scored(null, null)
                    : scored(sprint, window, ScoreTest::median, ScoreTest::scaledDeviation);
            assertScore(sprint, scores.get(sprint.name()), expected);
        }
    }

    @Test
    void keepsTheBaselineWhateverRangeAndFilterSay() {
        Map<String, Scored> all = scores("sprint_problematic_score@1", "");
        Map<String, Scored> some = scores(
                "sprint_problematic_score@1",
                ", 'time': {'from': '2026-04-01', 'to': '2026-05-15'}, 'filters': [{'field': 'board', 'op': '=', 'value': 'Payments board'}]");
        assertThat(some).hasSize(3);
        some.forEach((sprint, score) -> assertThat(score).isEqualTo(all.get(sprint)));
    }

    @Test
    void averagesPartsOverTheSprintsOfTheScore() {
        Compiled.Query query = Compiling.query(
                "{'measures': [{'name': 'sprint_problematic_score', 'as': 's'}], 'dimensions': ['project_key']}");
        for (List<Object> row : Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds())) {
            Map<String, Double> parts = parts(row.get(2));
            assertThat(parts).hasSize(6);
            assertThat(parts.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo((Double) row.get(1), within(1e-9));
        }
    }

    /** The values behind an averaged score are the sprints that have one. */
    @Test
    void countsTheSprintsThatHaveAScore() {
        long scored = scores("sprint_problematic_score@2", "").values().stream()
                .filter(sprint -> sprint.score() != null)
                .count();
        Compiled.Query query =
                Compiling.query("{'measures': [{'name': 'sprint_problematic_score@2', 'as': 's', 'n': true}]}");
        List<Object> row = Warehouse.run(
                        Warehouse.TENANT, query.rows().text(), query.rows().binds())
                .getFirst();
        assertThat(query.rows().columns().get(2).name()).isEqualTo("s__n");
        assertThat(row.get(2)).isEqualTo(scored);
        assertThat(scored).isPositive().isLessThan(sprints().size());
    }

    private static void assertScore(Sprint sprint, Scored actual, Scored expected) {
        if (expected.score() == null) {
            assertThat(actual.score()).as(sprint.name()).isNull();
            assertThat(actual.parts()).as(sprint.name()).isNull();
            return;
        }
        assertThat(actual.score()).as(sprint.name()).isCloseTo(expected.score(), within(1e-9));
        expected.parts()
                .forEach((part, value) -> assertThat(actual.parts().get(part))
                        .as(sprint.name() + " " + part)
                        .isCloseTo(value, within(1e-9)));
    }

    private static Scored scored(
            Sprint sprint,
            List<Sprint> population,
            ToDoubleFunction<List<Double>> center,
            ToDoubleFunction<List<Double>> spread) {
        Map<String, Double> parts = new TreeMap<>();
        WEIGHTS.forEach((part, weight) -> {
            List<Double> values = population.stream()
                    .map(other -> other.parts().get(part))
                    .filter(Objects::nonNull)
                    .toList();
            Double value = sprint.parts().get(part);
            double wide = spread.applyAsDouble(values);
            double z = value == null || wide == 0 ? 0 : (value - center.applyAsDouble(values)) / wide;
            parts.put(part, weight * Math.clamp(z, -3, 3));
        });
        return new Scored(
                parts.values().stream().mapToDouble(Double::doubleValue).sum(), parts);
    }

    private static Map<String, Scored> scores(String metric, String more) {
        Compiled.Query query = Compiling.query(
                "{'measures': [{'name': '" + metric + "', 'as': 's'}], 'dimensions': ['sprint_name']" + more + "}");
        Map<String, Scored> scores = new TreeMap<>();
        for (List<Object> row : Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds())) {
            scores.put((String) row.getFirst(), new Scored((Double) row.get(1), parts(row.get(2))));
        }
        return scores;
    }

    private static Map<String, Double> parts(Object json) {
        if (json == null) {
            return null;
        }
        try {
            Map<String, Double> parts = new TreeMap<>();
            Json.mapper()
                    .readTree((String) json)
                    .properties()
                    .forEach(part -> parts.put(part.getKey(), part.getValue().doubleValue()));
            return parts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sprint> sprints() {
        Compiled.Query query = Compiling.query("""
                {'measures': [{'name': 'spillover_ratio'}, {'name': 'scope_churn_ratio'}, {'name': 'accuracy_abs'},
                    {'name': 'sprint_reopened_issues', 'as': 'reopened_issues'}, {'name': 'sprint_blocked_hours', 'as': 'blocked_hours'},
                    {'name': 'sprint_bugs_added', 'as': 'bugs_added'}], 'dimensions': ['sprint_name', 'board', 'sprint_end', 'sprint_start'],
                 'sort': [{'field': 'sprint_end'}]}""");
        List<Sprint> sprints = new ArrayList<>();
        for (List<Object> row : Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds())) {
            Map<String, Double> parts = new TreeMap<>();
            for (int i = 4; i < 10; i++) {
                parts.put(query.rows().columns().get(i).name(), (Double) row.get(i));
            }
            sprints.add(new Sprint((String) row.get(0), String.valueOf(row.get(1)), row.get(3) != null, parts));
        }
        return sprints;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double deviation(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double scaledDeviation(List<Double> values) {
        double median = median(values);
        return 1.4826
                * median(values.stream().map(value -> Math.abs(value - median)).toList());
    }
}
