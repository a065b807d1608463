package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which forms of the language go together, on an axis of months and on one of sprints: {@code ok} is planned and runs on a
 * real database, anything else is the code of the one refusal.
 */
class CombinationsTest {
    private static final Map<String, String> OF_MEASURE = Map.ofEntries(
            Map.entry("rolling", "'window': {'type': 'rolling', 'periods': 3}"),
            Map.entry("to_date", "'window': {'type': 'to_date', 'granularity': 'year'}"),
            Map.entry("cumulative", "'window': {'type': 'cumulative'}"),
            Map.entry("per_group", "'per': {'dimensions': ['assignee']}"),
            Map.entry("per_day", "'per': {'dimensions': [{'field': 'metric_time', 'granularity': 'day'}]}"),
            Map.entry("sum_of_groups", "'per': {'dimensions': ['assignee'], 'agg': 'sum'}"),
            Map.entry("share", "'show': {'type': 'percent_of_total'}"),
            Map.entry("share_of_bucket", "'show': {'type': 'percent_of_total', 'within': ['metric_time']}"),
            Map.entry("rank", "'show': {'type': 'rank', 'within': ['project_key']}"),
            Map.entry("n", "'n': true"),
            Map.entry("min_n", "'min_n': 5"));
    private static final Map<String, String> OF_TIME = Map.of(
            "previous_period", "'compare': 'previous_period'",
            "previous_year", "'compare': 'previous_year'",
            "previous_sprints", "'compare': 'previous_sprints', 'sprints': 2",
            "as_of", "'as_of': '2026-05-20'");

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            useHeadersInDisplayName = false,
            value = {
                // one form                           by month                  by sprint
                "rolling,          -,                 ok,                       ok",
                "to_date,          -,                 ok,                       window_does_not_nest",
                "cumulative,       -,                 ok,                       ok",
                "per_group,        -,                 ok,                       ok",
                "per_day,          -,                 ok,                       per_does_not_nest",
                "sum_of_groups,    -,                 ok,                       ok",
                "share,            -,                 ok,                       not_additive",
                "share_of_bucket,  -,                 ok,                       ok",
                "rank,             -,                 ok,                       ok",
                "n,                -,                 ok,                       ok",
                "min_n,            -,                 ok,                       ok",
                "previous_period,  -,                 ok,                       not_combinable",
                "previous_year,    -,                 ok,                       not_combinable",
                "previous_sprints, -,                 not_combinable,           ok",
                "as_of,            -,                 ok,                       ok",
                // windows
                "rolling,          per_group,         invalid_value,            invalid_value",
                "cumulative,       per_day,           invalid_value,            invalid_value",
                "to_date,          sum_of_groups,     invalid_value,            invalid_value",
                "rolling,          share,             not_additive,             not_additive",
                "rolling,          share_of_bucket,   ok,                       ok",
                "rolling,          rank,              ok,                       ok",
                "rolling,          n,                 ok,                       ok",
                "rolling,          min_n,             ok,                       ok",
                "rolling,          previous_period,   ok,                       not_combinable",
                "rolling,          previous_year,     ok,                       not_combinable",
                "rolling,          previous_sprints,  not_combinable,           ok",
                "rolling,          as_of,             ok,                       ok",
                "to_date,          share,             not_additive,             not_additive window_does_not_nest",
                "to_date,          share_of_bucket,   ok,                       window_does_not_nest",
                "to_date,          rank,              ok,                       window_does_not_nest",
                "to_date,          previous_year,     ok,                       not_combinable window_does_not_nest",
                "to_date,          as_of,             ok,                       window_does_not_nest",
                "cumulative,       share,             not_additive,             not_additive",
                "cumulative,       share_of_bucket,   ok,                       ok",
                "cumulative,       rank,              ok,                       ok",
                "cumulative,       n,                 ok,                       ok",
                "cumulative,       previous_period,   ok,                       not_combinable",
                "cumulative,       previous_sprints,  not_combinable not_combinable, not_combinable",
                "cumulative,       as_of,             ok,                       ok",
                // two stages
                "per_group,        share,             not_additive,             not_additive",
                "per_group,        share_of_bucket,   not_additive,             not_additive",
                "per_group,        rank,              ok,                       ok",
                "per_group,        n,                 ok,                       ok",
                "per_group,        min_n,             ok,                       ok",
                "per_group,        previous_period,   ok,                       not_combinable",
                "per_group,        previous_year,     ok,                       not_combinable",
                "per_group,        previous_sprints,  not_combinable,           ok",
                "per_group,        as_of,             ok,                       ok",
                "per_day,          share_of_bucket,   not_additive,             per_does_not_nest not_additive",
                "per_day,          rank,              ok,                       per_does_not_nest",
                "per_day,          n,                 ok,                       per_does_not_nest",
                "per_day,          previous_period,   ok,                       per_does_not_nest not_combinable",
                "per_day,          previous_sprints,  not_combinable,           per_does_not_nest",
                "per_day,          as_of,             ok,                       per_does_not_nest",
                "sum_of_groups,    share,             ok,                       not_additive",
                "sum_of_groups,    share_of_bucket,   ok,                       ok",
                "sum_of_groups,    rank,              ok,                       ok",
                "sum_of_groups,    previous_year,     ok,                       not_combinable",
                "sum_of_groups,    as_of,             ok,                       ok",
                // shares and ranks
                "share,            n,                 ok,                       not_additive",
                "share_of_bucket,  min_n,             ok,                       ok",
                "rank,             n,                 ok,                       ok",
                "share,            previous_period,   not_combinable,           not_combinable not_additive not_combinable",
                "share_of_bucket,  previous_sprints,  not_combinable not_combinable, not_combinable",
                "rank,             previous_year,     not_combinable,           not_combinable not_combinable",
                "rank,             previous_sprints,  not_combinable not_combinable, not_combinable",
                "share,            as_of,             ok,                       not_additive",
                "share_of_bucket,  as_of,             ok,                       ok",
                "rank,             as_of,             ok,                       ok",
                // comparisons
                "previous_period,  n,                 ok,                       not_combinable",
                "previous_period,  min_n,             ok,                       not_combinable",
                "previous_period,  as_of,             ok,                       not_combinable",
                "previous_year,    as_of,             ok,                       not_combinable",
                "previous_sprints, n,                 not_combinable,           ok",
                "previous_sprints, min_n,             not_combinable,           ok",
                "previous_sprints, as_of,             not_combinable,           ok"
            })
    void decides(String one, String other, String byMonth, String bySprint) {
        assertThat(decision("month", one, other)).as("by month").isEqualTo(byMonth);
        assertThat(decision("sprint", one, other)).as("by sprint").isEqualTo(bySprint);
    }

    private static String decision(String axis, String... forms) {
        String spec = """
                {'measures': [{'name': 'closed'%s}], 'dimensions': ['project_key', {'field': 'metric_time', 'granularity': '%s'}],
                 'filters': [{'or': [{'field': 'closed', 'op': '>', 'value': 1}, {'field': 'project_key', 'op': '!=', 'value': 'OPS'}]}],
                 'time': {'from': '2026-02-01', 'to': '2026-05-01'%s}}""".formatted(members(OF_MEASURE, forms), axis, members(OF_TIME, forms));
        return switch (SpecReader.interactive().read(spec.replace('\'', '"'))) {
            case ReadResult.Invalid invalid -> codes(invalid.errors());
            case ReadResult.Valid valid ->
                switch (new QueryCompiler().compile(valid.spec(), Compiling.CATALOG, Compiling.NOW, Warehouse.TENANT)) {
                    case Compiled.Rejected rejected -> codes(rejected.errors());
                    case Compiled.Query query -> {
                        runs(query.rows());
                        yield "ok";
                    }
                };
        };
    }

    private static void runs(SqlQuery query) {
        assertThatCode(() -> assertThat(Warehouse.run(Warehouse.TENANT, query.text(), query.binds()))
                        .isNotEmpty())
                .doesNotThrowAnyException();
    }

    private static String members(Map<String, String> known, String... forms) {
        return Stream.of(forms)
                .filter(known::containsKey)
                .map(form -> ", " + known.get(form))
                .collect(Collectors.joining());
    }

    private static String codes(List<FieldError> errors) {
        return errors.stream().map(FieldError::code).collect(Collectors.joining(" "));
    }
}
