package io.plumbline.spec.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Operator;
import io.plumbline.spec.Sort;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.read.ArbitrarySpecs;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        List<Filter> filters = new ArrayList<>(spec.filters());
        filters.addAll(spec.filters().stream().limit(2).toList());
        filters.replaceAll(filter -> shuffled(filter, random));
        Collections.shuffle(filters, random);
        TimeRange time =
                spec.time() == null ? new TimeRange(null, null, null, ZoneId.of("Etc/UTC"), null) : spec.time();
        return new AnalyticsSpec(
                "warehouse",
                spec.measures().stream()
                        .map(m -> new Measure(m.name(), m.agg(), m.column(), m.params()))
                        .toList(),
                spec.dimensions(),
                filters,
                time,
                spec.sort().stream()
                        .map(s -> new Sort(s.field(), Objects.requireNonNullElse(s.dir(), Sort.Direction.ASC)))
                        .toList(),
                Objects.requireNonNullElse(spec.limit(), 1_000),
                new Chart("bar", null, null, null));
    }

    private static Filter shuffled(Filter filter, Random random) {
        if (!(filter instanceof Filter.Test test)) {
            return filter;
        }
        return shuffled(test, random);
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
                        join(new Measure("other_" + first.name(), first.agg(), first.column(), first.params()), others),
                        t),
                with(s, join(new Measure(first.name(), agg, first.as(), first.params()), others), t),
                with(s, join(new Measure(first.name(), first.agg(), "other", first.params()), others), t),
                with(s, s.measures(), new TimeRange(t.from(), t.to(), t.granularity(), zone, t.compare())),
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

    private static AnalyticsSpec with(AnalyticsSpec s, List<Measure> measures, TimeRange time) {
        return new AnalyticsSpec(null, measures, s.dimensions(), s.filters(), time, s.sort(), s.limit(), null);
    }

    private static <T> List<T> join(T first, List<T> others) {
        List<T> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
