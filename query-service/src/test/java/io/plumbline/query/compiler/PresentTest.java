package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What was compiled at one instant of a day is right at each other one of it. */
class PresentTest {
    private static final QueryCompiler COMPILER = new QueryCompiler();
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    @Property(tries = 400)
    void movesToAnotherInstantOfTheDayAsIfCompiledThere(
            @ForAll("specs") AnalyticsSpec spec,
            @ForAll("days") Instant day,
            @ForAll @LongRange(min = 1, max = 86_399_999) long first,
            @ForAll @LongRange(min = 1, max = 86_399_999) long second) {
        Compiled there = compile(spec, day.plusMillis(first));
        Instant now = day.plusMillis(second);
        if (there instanceof Compiled.Query query) {
            query.at(now).ifPresent(moved -> assertSame(moved, (Compiled.Query) compile(spec, now)));
        }
    }

    @Property(tries = 100)
    void isOfTheDayInTheSpecsOwnZone(@ForAll("specs") AnalyticsSpec spec, @ForAll("days") Instant day) {
        if (compile(spec, day) instanceof Compiled.Query query) {
            ZoneId zone =
                    Optional.ofNullable(spec.time()).map(TimeRange::timezone).orElse(ZoneOffset.UTC);
            assertThat(query.day().begins().atZone(zone).toLocalDate())
                    .isEqualTo(day.atZone(zone).toLocalDate());
            assertThat(Duration.between(query.day().begins(), query.day().ends()))
                    .isBetween(Duration.ofHours(22), Duration.ofHours(26));
        }
    }

    @Test
    void endsAtMidnightOfTheSpecsZone() {
        var query = (Compiled.Query)
                compile(Compiling.spec("{'measures': [{'name': 'wip'}], 'time': {'timezone': 'Asia/Tokyo'}}"), NOON);

        assertThat(query.at(Instant.parse("2026-06-30T14:59:59.999999Z"))).isPresent();
        assertThat(query.at(Instant.parse("2026-06-30T15:00:00Z"))).isEmpty();
        assertThat(query.at(Instant.parse("2026-06-29T15:00:00Z"))).isEmpty();
    }

    @Test
    void movesThePresent() {
        var query = (Compiled.Query) compile(Compiling.spec("{'measures': [{'name': 'wip'}]}"), NOON);

        assertThat(query.rows().binds()).contains(NOON.atOffset(ZoneOffset.UTC));
        assertThat(query.at(NOON.plusSeconds(1)).orElseThrow().rows().binds())
                .contains(NOON.plusSeconds(1).atOffset(ZoneOffset.UTC))
                .doesNotContain(NOON.atOffset(ZoneOffset.UTC));
    }

    @Test
    void keepsAnInstantThatIsAskedFor() {
        var query = (Compiled.Query) compile(
                Compiling.spec("{'measures': [{'name': 'wip'}], 'time': {'as_of': '2026-06-30T12:00:00Z'}}"), NOON);

        assertThat(query.at(NOON.plusSeconds(1)).orElseThrow().rows().binds())
                .isEqualTo(query.rows().binds());
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG);
    }

    /** Around the ranges that specs are made of, and the days when clocks change. */
    @Provide
    Arbitrary<Instant> days() {
        return Arbitraries.integers()
                .between(-900, 400)
                .map(days -> Instant.parse("2026-07-01T00:00:00Z").plus(Duration.ofDays(days)));
    }

    private static Compiled compile(AnalyticsSpec spec, Instant now) {
        return COMPILER.compile(spec, Compiling.CATALOG, now, "acme");
    }

    private static void assertSame(Compiled.Query moved, Compiled.Query compiled) {
        assertThat(moved.rows()).usingRecursiveComparison().isEqualTo(compiled.rows());
        assertThat(moved.warnings().stream().map(WarningQuery::query).toList())
                .usingRecursiveComparison()
                .isEqualTo(compiled.warnings().stream().map(WarningQuery::query).toList());
        assertThat(List.of(moved.notices(), moved.metricsUsed(), moved.definitions(), moved.words(), moved.day()))
                .isEqualTo(List.of(
                        compiled.notices(),
                        compiled.metricsUsed(),
                        compiled.definitions(),
                        compiled.words(),
                        compiled.day()));
        assertThat(moved.plan()).usingRecursiveComparison().isEqualTo(compiled.plan());
    }
}
