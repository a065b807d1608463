package io.plumbline.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.AsOf;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.Window;
import io.plumbline.spec.read.ArbitrarySpecs;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpecHashPropertyTest {

    @Property(tries = 200)
    void theCanonicalFormIsItsOwnAndReadable(@ForAll("specs") AnalyticsSpec spec) {
        AnalyticsSpec canonical = CanonicalSpec.of(spec);
        assertThat(CanonicalSpec.of(canonical)).isEqualTo(canonical);
        // A folded granularity may be one dimension more than a caller can write.
        if (canonical.dimensions().size() <= 5) {
            var read = SpecReader.forJobs().read(CanonicalSpec.json(spec));
            assertThat(read).isInstanceOf(ReadResult.Valid.class);
            assertThat(SpecHash.of(read.orThrow())).isEqualTo(SpecHash.of(spec));
        }
    }

    @Property(tries = 200)
    void anotherWayToWriteTheSameHasTheSameHash(@ForAll("specs") AnalyticsSpec spec, @ForAll Random random) {
        assertThat(SpecHash.of(rewritten(spec, random))).isEqualTo(SpecHash.of(spec));
    }

    @Property(tries = 200)
    void anyChangeOfMeaningChangesTheHash(@ForAll("specs") AnalyticsSpec spec) {
        String hash = SpecHash.of(spec);
        assertThat(changed(spec))
                .allSatisfy(other -> assertThat(SpecHash.of(other)).isNotEqualTo(hash));
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return ArbitrarySpecs.specs();
    }

    private static AnalyticsSpec rewritten(AnalyticsSpec spec, Random random) {
        List<Filter> filters = spec.filters().isEmpty() ? List.of() : shuffled(spec.filters(), random);
        TimeRange time =
                spec.time() == null ? new TimeRange(null, null, null, ZoneId.of("Etc/UTC"), null) : spec.time();
        return new AnalyticsSpec(
                "warehouse",
                spec.measures().stream().map(SpecHashPropertyTest::spelledOut).toList(),
                spec.dimensions(),
                filters,
                time,
                spec.sort().stream()
                        .map(s -> new Sort(s.field(), Objects.requireNonNullElse(s.dir(), Sort.Direction.ASC)))
                        .toList(),
                Objects.requireNonNullElse(spec.limit(), 1_000),
                new Chart("bar", null, null, null));
    }

    private static Measure spelledOut(Measure m) {
        Rollup per = m.per() == null
                ? null
                : new Rollup(
                        m.per().dimensions().reversed(),
                        Objects.requireNonNullElse(m.per().agg(), Aggregation.AVG));
        return new Measure(
                m.name(),
                m.agg(),
                m.column(),
                m.params(),
                m.window(),
                per,
                m.show(),
                Objects.requireNonNullElse(m.n(), false),
                m.minN());
    }

    /** Joined in another order and written in another way. */
    private static Filter shuffled(Filter filter, Random random) {
        return switch (filter) {
            case Filter.Test test -> random.nextBoolean() ? shuffled(test, random) : negatedTwice(test);
            case Filter.All all -> new Filter.All(shuffled(all.filters(), random));
            case Filter.Any any -> new Filter.Any(List.of(new Filter.Any(shuffled(any.filters(), random))));
            case Filter.Not not -> new Filter.Not(shuffled(not.filter(), random));
        };
    }

    private static List<Filter> shuffled(List<Filter> filters, Random random) {
        List<Filter> shuffled = new ArrayList<>(filters);
        shuffled.replaceAll(filter -> shuffled(filter, random));
        shuffled.add(shuffled.getFirst());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Filter negatedTwice(Filter.Test test) {
        return new Filter.Not(new Filter.Not(test));
    }

    private static Filter shuffled(Filter.Test filter, Random random) {
        if (filter.op() == Operator.EQ) {
            return new Filter.Test(filter.field(), Operator.IN, List.of(filter.value()));
        }
        if (filter.op() != Operator.IN && filter.op() != Operator.NOT_IN) {
            return filter;
        }
        List<Object> values = new ArrayList<>((List<?>) filter.value());
        values.add(values.getFirst());
        Collections.shuffle(values, random);
        return new Filter.Test(filter.field(), filter.op(), values);
    }

    private static List<AnalyticsSpec> changed(AnalyticsSpec s) {
        Measure first = s.measures().getFirst();
        List<Measure> others = s.measures().subList(1, s.measures().size());
        TimeRange t = Objects.requireNonNullElse(s.time(), new TimeRange(null, null, null, null, null));
        Aggregation agg = first.agg() == Aggregation.SUM ? Aggregation.MAX : Aggregation.SUM;
        ZoneId zone = ZoneId.of("Pacific/Apia");
        Dimension added = new Dimension("sprint_end", Granularity.YEAR);
        return List.of(
                with(
                        s,
                        join(
                                changed(first, "other_" + first.name(), first.agg(), first.column(), first.params()),
                                others),
                        t),
                with(s, join(changed(first, first.name(), agg, first.as(), first.params()), others), t),
                with(s, join(changed(first, first.name(), first.agg(), "other", first.params()), others), t),
                with(
                        s,
                        s.measures(),
                        new TimeRange(t.from(), t.to(), t.granularity(), zone, t.compare(), t.sprints(), t.asOf())),
                with(
                        s,
                        s.measures(),
                        new TimeRange(
                                t.from(),
                                t.to(),
                                t.granularity(),
                                t.timezone(),
                                t.compare(),
                                t.sprints(),
                                AsOf.parse("1999-01-01"))),
                with(
                        s,
                        join(
                                new Measure(
                                        first.name(),
                                        first.agg(),
                                        first.as(),
                                        first.params(),
                                        new Window.Rolling(401),
                                        null,
                                        first.show(),
                                        first.n(),
                                        first.minN()),
                                others),
                        t),
                with(
                        s,
                        join(
                                new Measure(
                                        first.name(),
                                        first.agg(),
                                        first.as(),
                                        first.params(),
                                        null,
                                        new Rollup(List.of(added), null),
                                        first.show(),
                                        first.n(),
                                        first.minN()),
                                others),
                        t),
                with(
                        s,
                        join(
                                new Measure(
                                        first.name(),
                                        first.agg(),
                                        first.as(),
                                        first.params(),
                                        first.window(),
                                        first.per(),
                                        new Show(Show.Type.RANK, List.of("reporter"), null),
                                        first.n(),
                                        first.minN()),
                                others),
                        t),
                with(
                        s,
                        join(
                                new Measure(
                                        first.name(),
                                        first.agg(),
                                        first.as(),
                                        first.params(),
                                        first.window(),
                                        first.per(),
                                        first.show(),
                                        !Boolean.TRUE.equals(first.n()),
                                        first.minN()),
                                others),
                        t),
                with(
                        s,
                        join(
                                new Measure(
                                        first.name(),
                                        first.agg(),
                                        first.as(),
                                        first.params(),
                                        first.window(),
                                        first.per(),
                                        first.show(),
                                        first.n(),
                                        7),
                                others),
                        t),
                new AnalyticsSpec(
                        null, s.measures(), join(added, s.dimensions()), s.filters(), t, s.sort(), s.limit(), null),
                new AnalyticsSpec(
                        null,
                        s.measures(),
                        s.dimensions(),
                        join(new Filter.Test("reporter", Operator.EQ, "x"), s.filters()),
                        t,
                        s.sort(),
                        s.limit(),
                        null),
                new AnalyticsSpec(
                        null,
                        s.measures(),
                        s.dimensions(),
                        s.filters(),
                        t,
                        join(new Sort("extra", Sort.Direction.DESC), s.sort()),
                        s.limit(),
                        null),
                new AnalyticsSpec(
                        null,
                        s.measures(),
                        s.dimensions(),
                        s.filters(),
                        t,
                        s.sort(),
                        Objects.requireNonNullElse(s.limit(), 1_000) + 1,
                        null));
    }

    private static Measure changed(Measure m, String name, Aggregation agg, String as, Map<String, Object> params) {
        return new Measure(name, agg, as, params, m.window(), m.per(), m.show(), m.n(), m.minN());
    }

    private static AnalyticsSpec with(AnalyticsSpec s, List<Measure> measures, TimeRange time) {
        return new AnalyticsSpec(null, measures, s.dimensions(), s.filters(), time, s.sort(), s.limit(), null);
    }

    private static <T> List<T> join(T first, List<T> others) {
        List<T> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
