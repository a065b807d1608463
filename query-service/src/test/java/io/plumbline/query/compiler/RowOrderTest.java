package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.Reach;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same rows give the same numbers to the last digit, wherever they lie in their tables. */
class RowOrderTest {
    private static final List<String> TABLES = List.of(
            "issues",
            "issue_transitions",
            "blocked_intervals",
            "issue_states",
            "sprints",
            "sprint_facts",
            "sprint_sums");
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
        Map<String, List<List<Object>>> answers = new TreeMap<>();
        for (MetricDefinition metric : Compiling.CATALOG.metrics()) {
            answers.put(metric.id(), answer(metric, null));
            for (Aggregation twice : List.of(Aggregation.AVG, Aggregation.STDDEV)) {
                Rollup per = new Rollup(List.of(Dimension.of(finer(metric))), twice);
                answers.put(metric.id() + " per group as " + twice, answer(metric, per));
            }
        }
        return answers;
    }

    /** What issues are grouped by in a first stage, or sprints. */
    private static String finer(MetricDefinition metric) {
        CatalogIndex catalog = new CatalogIndex(Compiling.CATALOG);
        return new Reach(catalog).reaches(metric, catalog.dimension("assignee").orElseThrow())
                ? "assignee"
                : "sprint_name";
    }

    private static List<List<Object>> answer(MetricDefinition metric, Rollup per) {
        List<Measure> measures = metric.computation().aggregations().stream()
                .map(aggregation -> new Measure(
                        metric.name() + "@" + metric.majorVersion(),
                        aggregation,
                        aggregation.wireName(),
                        null,
                        null,
                        per,
                        null,
                        null,
                        null))
                .toList();
        var spec = new AnalyticsSpec(
                null, measures, List.of(Dimension.of("project_key")), List.of(), null, List.of(), null, null);
        SqlQuery query = Compiling.query(spec).rows();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds());
    }
}
