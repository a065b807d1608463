package io.plumbline.query.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.resolve.Condition.Between;
import io.plumbline.query.compiler.resolve.Condition.Like;
import io.plumbline.query.compiler.resolve.Condition.Limit;
import io.plumbline.query.compiler.resolve.Condition.OneOf;
import io.plumbline.query.compiler.resolve.Condition.Span;
import io.plumbline.query.compiler.resolve.Condition.Within;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final CatalogIndex CATALOG = new CatalogIndex(Compiling.CATALOG);

    @Test
    void takesDaysInTheZoneOfTheSpec() {
        ResolvedTime time = resolved("'time': {'from': '2026-03-29', 'to': '2026-03-30', 'timezone': 'Europe/Prague'}")
                .time();
        assertThat(time.range().start()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(time.range().end()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void addsMetricTimeForAGranularityAlone() {
        assertThat(resolved("'time': {'granularity': 'week'}").metricTime())
                .hasValueSatisfying(time -> assertThat(time.granularity()).isEqualTo(Granularity.WEEK));
    }

    @Test
    void takesTheGranularityOfTheRangeForMetricTimeAlone() {
        var dimensions = resolved("'dimensions': ['created_at', 'metric_time'], 'time': {'granularity': 'week'}")
                .dimensions();
        assertThat(dimensions)
                .extracting(ResolvedDimension::granularity)
                .containsExactly(Granularity.DAY, Granularity.WEEK);
    }

    @Test
    void addsNoTimeWhereOneIsNamed() {
        assertThat(resolved("'dimensions': ['created_at'], 'time': {'granularity': 'week'}")
                        .dimensions())
                .hasSize(1);
    }

    @Test
    void bindsBothSidesOfARatioWithTheirOwnAggregations() {
        ResolvedSpec spec =
                new Resolver(CATALOG, Compiling.NOW).resolve(Compiling.spec("{'measures': [{'name': 'reopen_rate'}]}"));
        var quotient = (Value.Quotient) spec.measures().getFirst().value();
        assertThat(((Value.Rows) quotient.numerator()).aggregation()).isEqualTo(Aggregation.COUNT_DISTINCT);
        assertThat(((Value.Rows) quotient.denominator()).entity().name()).isEqualTo("transition");
    }

    @Test
    void fillsParametersWithTheirDefaults() {
        ResolvedSpec spec = new Resolver(CATALOG, Compiling.NOW)
                .resolve(
                        Compiling.spec(
                                "{'measures': [{'name': 'stuck_count'}, {'name': 'stuck_count', 'as': 'long', 'params': {'days': 30}}]}"));
        assertThat(spec.measures())
                .extracting(measure ->
                        ((Value.States) measure.value()).where().parameters().get("days"))
                .containsExactly(7L, 30L);
    }

    @Test
    void makesSpansOfTimes() {
        Instant day = Instant.parse("2026-02-28T23:00:00Z");
        Instant next = Instant.parse("2026-03-01T23:00:00Z");
        assertThat(time("'='", "'2026-03-01'")).isEqualTo(within(false, new Span(day, next)));
        assertThat(time("'!='", "'2026-03-01'")).isEqualTo(within(true, new Span(day, next)));
        assertThat(time("'<'", "'2026-03-01'")).isEqualTo(within(false, new Span(null, day)));
        assertThat(time("'<='", "'2026-03-01'")).isEqualTo(within(false, new Span(null, next)));
        assertThat(time("'>'", "'2026-03-01'")).isEqualTo(within(false, new Span(next, null)));
        assertThat(time("'>='", "'2026-03-01'")).isEqualTo(within(false, new Span(day, null)));
        assertThat(time("'in'", "['2026-03-01']")).isEqualTo(within(false, new Span(day, next)));
        assertThat(time("'not_in'", "['2026-03-01']")).isEqualTo(within(true, new Span(day, next)));
        assertThat(time("'between'", "['2026-03-01', '2026-03-01']")).isEqualTo(within(false, new Span(day, next)));
        Instant moment = Instant.parse("2026-03-01T10:00:00.123456Z");
        assertThat(time("'='", "'2026-03-01T11:00:00.123456789+01:00'"))
                .isEqualTo(within(false, new Span(moment, moment.plusNanos(1000))));
    }

    @Test
    void takesWildcardsLiterallyButInPatterns() {
        assertThat(condition("'contains'", "'50%_\\\\'")).isEqualTo(new Like("%50\\%\\_\\\\%"));
        assertThat(condition("'starts_with'", "'a_b'")).isEqualTo(new Like("a\\_b%"));
        assertThat(condition("'like'", "'a_b%'")).isEqualTo(new Like("a_b%"));
    }

    @Test
    void comparesWithEachValueOnce() {
        assertThat(condition("'in'", "['a', 'b', 'a']")).isEqualTo(new OneOf(List.of("a", "b"), false));
        assertThat(condition("'!='", "'a'")).isEqualTo(new OneOf(List.of("a"), true));
        assertThat(condition("'is_null'", "null")).isEqualTo(new Condition.Present(false));
    }

    @Test
    void endsARangeWithItsEndOrNow() {
        Instant now = Instant.parse("2026-06-15T00:00:00Z");
        Period june = new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1), ZoneId.of("UTC"));
        Period may = new Period(null, LocalDate.of(2026, 6, 1), ZoneId.of("UTC"));
        assertThat(june.until(now)).isEqualTo(now);
        assertThat(may.until(now)).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(june.isFuture(now)).isFalse();
        assertThat(june.isFuture(Instant.parse("2026-06-01T00:00:00Z"))).isTrue();
    }

    @Test
    void makesLimitsOfNumbers() {
        assertThat(number("'='", "3")).isEqualTo(new OneOf(List.of(3.0), false));
        assertThat(number("'not_in'", "[3, 3.0, 4.5]")).isEqualTo(new OneOf(List.of(3.0, 4.5), true));
        assertThat(number("'<'", "3")).isEqualTo(new Between(null, new Limit(3, false)));
        assertThat(number("'<='", "3")).isEqualTo(new Between(null, new Limit(3, true)));
        assertThat(number("'>'", "3")).isEqualTo(new Between(new Limit(3, false), null));
        assertThat(number("'>='", "3")).isEqualTo(new Between(new Limit(3, true), null));
        assertThat(number("'between'", "[3, 4]")).isEqualTo(new Between(new Limit(3, true), new Limit(4, true)));
        assertThat(number("'is_null'", "null")).isEqualTo(new Condition.Present(false));
    }

    @Test
    void keepsTheTreeOfAFilter() {
        var filters = resolved(
                        "'filters': [{'or': [{'field': 'priority', 'op': '=', 'value': 'a'}, {'not': {'field': 'label', 'op': '=', 'value': 'b'}}]}]")
                .filters();
        assertThat(filters).singleElement().isInstanceOf(ResolvedFilter.Any.class);
        var parts = ((ResolvedFilter.Any<RowCondition>) filters.getFirst()).filters();
        assertThat(parts.getFirst()).isInstanceOf(ResolvedFilter.Test.class);
        assertThat(parts.getLast()).isInstanceOf(ResolvedFilter.Not.class);
    }

    @Test
    void takesApartWhatMustAllHoldAndTellsRowsFromTheAnswer() {
        ResolvedSpec spec = resolved("'dimensions': ['priority'], " + """
                'filters': [{'and': [{'field': 'label', 'op': '=', 'value': 'a'},
                                     {'field': 'created', 'op': '>', 'value': 3},
                                     {'or': [{'field': 'created', 'op': '=', 'value': 1},
                                             {'field': 'priority', 'op': '=', 'value': 'High'}]}]}]""");
        assertThat(spec.filters()).hasSize(1);
        assertThat(spec.filteredDimensions())
                .extracting(DimensionDefinition::name)
                .containsExactly("label");
        assertThat(spec.answerFilters()).hasSize(2);
        List<AnswerCondition> tests = spec.answerFilters().getLast().tests().toList();
        assertThat(tests.getFirst()).isInstanceOf(AnswerCondition.OfFigure.class);
        assertThat(tests.getLast()).isInstanceOf(AnswerCondition.OfDimension.class);
    }

    private static Condition number(String operator, String value) {
        return resolved("'filters': [{'field': 'created', 'op': %s, 'value': %s}]".formatted(operator, value))
                .answerFilters()
                .getFirst()
                .tests()
                .map(AnswerCondition::condition)
                .findFirst()
                .orElseThrow();
    }

    private static Within within(boolean negated, Span span) {
        return new Within(List.of(span), negated);
    }

    private static Condition time(String operator, String value) {
        return filtered("created_at", operator, value);
    }

    private static Condition condition(String operator, String value) {
        return filtered("priority", operator, value);
    }

    private static Condition filtered(String field, String operator, String value) {
        return resolved("'filters': [{'field': '%s', 'op': %s, 'value': %s}], 'time': {'timezone': 'Europe/Prague'}"
                        .formatted(field, operator, value))
                .filters()
                .getFirst()
                .tests()
                .map(RowCondition::condition)
                .findFirst()
                .orElseThrow();
    }

    private static ResolvedSpec resolved(String rest) {
        return new Resolver(CATALOG, Compiling.NOW)
                .resolve(Compiling.spec("{'measures': [{'name': 'created'}], " + rest + "}"));
    }
}
