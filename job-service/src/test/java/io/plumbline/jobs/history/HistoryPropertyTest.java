package io.plumbline.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every history. */
class HistoryPropertyTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 200)
    void intervalsPartitionTheTimeFromTheCreation(@ForAll("histories") List<Change<String>> changes) {
        List<Interval<String>> intervals = Timeline.of(CREATED, "present", changes);

        assertThat(intervals.getFirst().from()).isEqualTo(CREATED);
        assertThat(intervals.getLast().to()).isNull();
        for (int i = 1; i < intervals.size(); i++) {
            Interval<String> before = intervals.get(i - 1);
            assertThat(before.to()).isEqualTo(intervals.get(i).from()).isAfterOrEqualTo(before.from());
            assertThat(before.value()).isNotEqualTo(intervals.get(i).value());
        }
    }

    @Property(tries = 200)
    void orderOfTheHistoriesDecidesNothing(@ForAll("histories") List<Change<String>> changes, @ForAll long seed) {
        List<Change<String>> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Timeline.of(CREATED, "p", shuffled)).isEqualTo(Timeline.of(CREATED, "p", changes));
    }

    @Property(tries = 200)
    void valueAtAnInstantIsThatOfTheLastChangeUpToIt(@ForAll("histories") List<Change<String>> changes) {
        for (Change<String> change : changes) {
            String expected = changes.stream()
                    .filter(other -> !other.point().at().isAfter(change.point().at()))
                    .max((left, right) -> left.point().compareTo(right.point()))
                    .orElseThrow()
                    .after();
            assertThat(at(Timeline.of(CREATED, "p", changes), change.point().at()))
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void membershipsAreTheInstantsAtWhichTheSetHoldsTheSprint(
            @ForAll("sprintHistories") List<Change<Set<String>>> changes) {
        List<Interval<Set<String>>> sets = Timeline.of(CREATED, Set.of(), changes);
        List<Membership> memberships = Memberships.of(sets);

        for (Interval<Set<String>> interval : sets) {
            if (!interval.from().equals(interval.to())) {
                assertThat(members(memberships, interval.from())).isEqualTo(interval.value());
            }
        }
        assertThat(memberships.stream().map(m -> m.sprintId() + "/" + m.seq()).distinct())
                .hasSameSizeAs(memberships);
    }

    private static Set<String> members(List<Membership> memberships, Instant at) {
        Set<String> present = new TreeSet<>();
        memberships.stream()
                .filter(m -> !m.from().isAfter(at) && (m.to() == null || m.to().isAfter(at)))
                .forEach(m -> present.add(m.sprintId()));
        return present;
    }

    private static String at(List<Interval<String>> intervals, Instant instant) {
        return intervals.stream()
                .filter(i -> !i.from().isAfter(instant) && (i.to() == null || i.to().isAfter(instant)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Provide
    Arbitrary<List<Change<String>>> histories() {
        return consistent(Arbitraries.of("a", "b", "c"));
    }

    @Provide
    Arbitrary<List<Change<Set<String>>>> sprintHistories() {
        return consistent(Arbitraries.of("1", "2", "3").set().ofMaxSize(3).map(TreeSet::new));
    }

    /** Changes of few instants, so that bulk edits are frequent, each with the old value that the one before left. */
    private static <V> Arbitrary<List<Change<V>>> consistent(Arbitrary<? extends V> values) {
        Arbitrary<ChangePoint> points = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 2))
                .as((hour, history, item) -> new ChangePoint(CREATED.plusSeconds(hour * 3600L), "" + history, item));
        return Combinators.combine(points.set().ofMaxSize(8), values.list().ofSize(9))
                .as((set, all) -> {
                    List<ChangePoint> ordered = set.stream().sorted().toList();
                    List<Change<V>> changes = new ArrayList<>();
                    for (int i = 0; i < ordered.size(); i++) {
                        changes.add(new Change<>(ordered.get(i), all.get(i), all.get(i + 1)));
                    }
                    return changes;
                });
    }
}
