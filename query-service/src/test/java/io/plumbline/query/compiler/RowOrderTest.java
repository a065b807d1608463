package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same rows give the same numbers to the last digit, wherever they lie in their tables. */
class RowOrderTest {
    private static final List<String> TABLES =
            List.of("issues", "issue_transitions", "blocked_intervals", "issue_states", "sprints", "sprint_facts");
    private static final int PARTS = 5;

    @Test
    void numbersDoNotDependOnThePlacesOfRows() {
        Map<String, List<List<Object>>> before = answers();
        for (int part = 1; part < PARTS; part++) {
            for (String table : TABLES) {
                move(table, part);
            }
        }
        Map<String, List<List<Object>>> after = answers();
        before.forEach(
                (metric, rows) -> assertThat(after.get(metric)).as(metric).isEqualTo(rows));
    }

    /** A row that is updated goes behind the others. */
    private static void move(String table, int part) {
        Warehouse.change("UPDATE warehouse.%s x SET instance_id = instance_id WHERE abs(hashtext(x::text)) %% %d = %d"
                .formatted(table, PARTS, part));
    }

    private static Map<String, List<List<Object>>> answers() {
        return Compiling.CATALOG.metrics().stream()
                .collect(Collectors.toMap(MetricDefinition::id, RowOrderTest::answer));
    }

    private static List<List<Object>> answer(MetricDefinition metric) {
        List<Measure> measures = metric.computation().aggregations().stream()
                .map(aggregation -> new Measure(
                        metric.name() + "@" + metric.majorVersion(), aggregation, aggregation.wireName(), null))
                .toList();
        var spec = new AnalyticsSpec(
                null, measures, List.of(Dimension.of("project_key")), List.of(), null, List.of(), null, null);
        SqlQuery query = Compiling.query(spec).rows();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds());
    }
}
