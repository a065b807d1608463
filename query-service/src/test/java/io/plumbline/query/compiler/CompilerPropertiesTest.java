package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Filter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the SQL of every spec. */
class CompilerPropertiesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
    private static final Pattern SCAN =
            Pattern.compile("\"warehouse\"\\.\"\\w+\"(?:\\(cast\\(\\$\\d+ as timestamptz\\)\\))? as \"(\\w+)\"");

    @Property(tries = 200)
    void numbersEachParameterAndNoOther(@ForAll("specs") AnalyticsSpec spec) {
        for (SqlQuery query : queries(spec)) {
            List<Integer> numbers = PLACEHOLDER
                    .matcher(query.text())
                    .results()
                    .map(match -> Integer.valueOf(match.group(1)))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, query.binds().size())
                            .boxed()
                            .toList());
        }
    }

    @Property(tries = 200)
    void bindsTheTenantWhereEachRelationIsRead(@ForAll("specs") AnalyticsSpec spec) {
        for (SqlQuery query : queries(spec)) {
            int tenant = 1
                    + query.parameters().stream()
                            .map(SqlQuery.Parameter::name)
                            .toList()
                            .indexOf("tenant");
            assertThat(query.binds().get(tenant - 1)).isEqualTo("acme");
            SCAN.matcher(query.text()).results().forEach(scan -> {
                String predicate = "\"" + scan.group(1) + "\".\"tenant_id\" = cast($" + tenant + " as text)";
                assertThat(query.text().substring(scan.end())).contains(predicate);
            });
        }
    }

    @Property(tries = 200)
    void hasNoTextOfTheCallerInTheSql(@ForAll("specs") AnalyticsSpec spec) {
        for (SqlQuery query : queries(spec)) {
            assertThat(query.text()).doesNotContain(SpecGenerator.MARK);
        }
    }

    @Property(tries = 100)
    void writesEqualTextForEqualSpecs(@ForAll("specs") AnalyticsSpec spec) {
        assertThat(Compiling.query(spec).rows())
                .usingRecursiveComparison()
                .isEqualTo(Compiling.query(spec).rows());
    }

    @Property(tries = 100)
    void writesEqualTextForOtherValues(@ForAll("specs") AnalyticsSpec spec, @ForAll("words") String word) {
        AnalyticsSpec other = new AnalyticsSpec(
                spec.datasource(),
                spec.measures(),
                spec.dimensions(),
                spec.filters().stream().map(filter -> renamed(filter, word)).toList(),
                spec.time(),
                spec.sort(),
                spec.limit(),
                spec.chart());
        assertThat(Compiling.query(other).rows().text())
                .isEqualTo(Compiling.query(spec).rows().text());
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
    }

    private static List<SqlQuery> queries(AnalyticsSpec spec) {
        Compiled.Query compiled = Compiling.query(spec);
        return Stream.concat(
                        Stream.of(compiled.rows()), compiled.warnings().stream().map(WarningQuery::query))
                .toList();
    }

    private static Filter renamed(Filter filter, String word) {
        return switch (filter) {
            case Filter.Test test -> renamed(test, word);
            case Filter.All all -> new Filter.All(renamed(all.filters(), word));
            case Filter.Any any -> new Filter.Any(renamed(any.filters(), word));
            case Filter.Not not -> new Filter.Not(renamed(not.filter(), word));
        };
    }

    private static List<Filter> renamed(List<Filter> filters, String word) {
        return filters.stream().map(filter -> renamed(filter, word)).toList();
    }

    private static Filter renamed(Filter.Test filter, String word) {
        boolean marked = filter.value() instanceof String text && text.contains(SpecGenerator.MARK);
        return marked ? new Filter.Test(filter.field(), filter.op(), word) : filter;
    }
}
