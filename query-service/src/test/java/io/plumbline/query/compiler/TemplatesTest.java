package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every construct of the templates' grammar means in SQL what it means in the grammar. */
class TemplatesTest {
    /** The condition of a count over the issues, beside the same in PostgreSQL's own words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            priority in ('High', 'Low')                          | priority IN ('High', 'Low')
            issue_type not in ('Bug', 'Sub-task')                | issue_type <> 'Bug' AND issue_type <> 'Sub-task'
            not is_bug and not (is_subtask or is_escaped)        | NOT is_bug AND NOT is_subtask AND NOT is_escaped
            (is_bug = is_escaped) is not null                    | true
            (priority = 'High') is null                          | priority IS NULL
            estimate * 2 - 1 >= 4 / 1.5 + 0.5                    | estimate >= 2.0833333333333333333
            7 / 2 > 3.4 and estimate > 0                         | estimate > 0
            -estimate < -3                                       | estimate > 3
            case when is_bug then 1 when is_subtask then 2 end = 2 | is_subtask AND NOT is_bug
            case when is_bug then 1 else 0 end = 0               | NOT is_bug
            abs(estimate - 2.5) <= 1                             | estimate BETWEEN 1.5 AND 3.5
            coalesce(estimate, 100) > 4                          | estimate > 4 OR estimate IS NULL
            nullif(estimate, 2.5) is null                        | estimate = 2.5 OR estimate IS NULL
            greatest(estimate, 2) = 2                            | estimate <= 2 OR estimate IS NULL
            least(estimate, 2) = 2                               | estimate >= 2 OR estimate IS NULL
            round(estimate) = 3                                  | estimate = 2.5
            round(days_between(created_at, done_at), 1) > 3.5    | round((extract(epoch FROM done_at - created_at) / 86400)::numeric, 1) > 3.5
            hours_between(created_at, done_at) < 48              | done_at < created_at + interval '48 hours'
            working_days_between(created_at, done_at) < days_between(created_at, done_at) | EXISTS (SELECT FROM generate_series(created_at AT TIME ZONE 'UTC', done_at AT TIME ZONE 'UTC', interval '1 minute') AS t WHERE extract(isodow FROM t) > 5)
            done_at - days(3) > created_at                       | done_at > created_at + interval '72 hours'
            created_at + days(1.5) >= done_at                    | done_at <= created_at + interval '36 hours'
            true and null is null and issue_type != 'Bug'        | issue_type <> 'Bug'
            """)
    void meansTheSameInSql(String condition, String byHand) {
        Object expected = Warehouse.byHand(
                        "SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'acme' AND (" + byHand + ")")
                .getFirst()
                .getFirst();
        assertThat((Long) expected).isPositive();
        assertThat(count(condition)).isEqualTo(expected);
    }

    private static Object count(String condition) {
        Computation computation = new Computation.Simple(
                "issue", "issue_id", condition, "created", Aggregation.COUNT, List.of(Aggregation.COUNT), null);
        MetricDefinition metric = new MetricDefinition(
                "probe",
                "1.0.0",
                "Probe",
                "A probe.",
                "throughput",
                "issues",
                null,
                null,
                null,
                null,
                computation,
                Additivity.NON_ADDITIVE,
                true,
                true,
                null,
                null,
                true);
        Catalog catalog =
                new Catalog(condition, Compiling.CATALOG.entities(), Compiling.CATALOG.dimensions(), List.of(metric));
        Compiled compiled = new QueryCompiler()
                .compile(Compiling.spec("{'measures': [{'name': 'probe'}]}"), catalog, Compiling.NOW, "acme");
        var query = ((Compiled.Query) compiled).rows();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds())
                .getFirst()
                .getFirst();
    }
}
