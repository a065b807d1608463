package io.plumbline.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ProgressTrackerTest {
    private static final Expectation TEN_SECONDS = new Expectation(List.of(new PastRun(Duration.ofSeconds(10), 1_000)));

    private final AtomicLong now = new AtomicLong(5_000);

    @Property(tries = 200)
    void neverGoesBackAndIsWholeOnlyAtTheEnd(
            @ForAll("expectations") Expectation expectation,
            @ForAll @DoubleRange(max = 1) double floor,
            @ForAll("steps") List<Step> steps) {
        AtomicLong clock = new AtomicLong();
        ProgressTracker tracker = new ProgressTracker(expectation, floor, clock::get);
        double before = Math.min(floor, 0.99);
        for (Step step : steps) {
            clock.addAndGet(step.nanos());
            tracker.rows(step.rows());
            Progress progress = tracker.enter(step.stage());
            assertThat(progress.fraction()).isGreaterThanOrEqualTo(before).isBetween(0.0, 0.99);
            assertThat(progress.remaining().orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
            before = progress.fraction();
        }
        assertThat(tracker.enter(Stage.DONE)).satisfies(done -> {
            assertThat(done.fraction()).isEqualTo(1);
            assertThat(done.etaMillis()).isZero();
        });
    }

    @Property(tries = 200)
    void estimatesNothingWithoutPastRuns(@ForAll("steps") List<Step> steps) {
        ProgressTracker tracker = new ProgressTracker(Expectation.none(), 0, now::get);
        for (Step step : steps) {
            now.addAndGet(step.nanos());
            tracker.rows(step.rows());
            assertThat(tracker.enter(step.stage()).etaMillis()).isNull();
        }
    }

    @Property(tries = 200)
    void aRunLikeThePastOnesIsFollowedInTime(@ForAll @DoubleRange(min = 0.01, max = 0.98) double share) {
        ProgressTracker tracker = new ProgressTracker(TEN_SECONDS, 0, now::get);
        tracker.enter(Stage.QUERYING);
        now.addAndGet(Math.round(share * 10e9));
        Progress progress = tracker.look();
        assertThat(progress.fraction()).isCloseTo(share, within(0.001));
        assertThat(progress.etaMillis()).isCloseTo(Math.round(10_000 * (1 - share)), within(2L));
    }

    @Example
    void readsTheRestOffTheRateOfRows() {
        ProgressTracker tracker = new ProgressTracker(TEN_SECONDS, 0, now::get);
        tracker.enter(Stage.READING);
        now.addAndGet(4_000_000_000L);
        Progress progress = tracker.rows(200);
        assertThat(progress.etaMillis()).isEqualTo(16_000);
        assertThat(progress.fraction()).isCloseTo(0.2, within(0.001));
    }

    @Example
    void saysThatItKnowsNothingOnceAllPastRunsAreOutlasted() {
        ProgressTracker tracker = new ProgressTracker(TEN_SECONDS, 0, now::get);
        tracker.enter(Stage.QUERYING);
        now.addAndGet(9_000_000_000L);
        assertThat(tracker.look().etaMillis()).isEqualTo(1_000);
        now.addAndGet(2_000_000_000L);
        assertThat(tracker.look().etaMillis()).isNull();
        assertThat(tracker.look().fraction()).isCloseTo(0.9, within(0.001));
    }

    @Example
    void oneOddRunDoesNotMoveTheMedian() {
        List<PastRun> runs = new ArrayList<>(LongStream.rangeClosed(9, 11)
                .mapToObj(seconds -> new PastRun(Duration.ofSeconds(seconds), 100))
                .toList());
        runs.add(new PastRun(Duration.ofHours(1), 5));
        runs.add(new PastRun(Duration.ofMillis(1), 5));
        assertThat(new Expectation(runs).remaining(Duration.ZERO)).contains(Duration.ofSeconds(10));
        assertThat(new Expectation(runs).rows(0)).hasValue(100);
        assertThat(new Expectation(runs).rows(100)).isEmpty();
    }

    @Provide
    Arbitrary<Expectation> expectations() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 400_000).map(Duration::ofMillis),
                        Arbitraries.longs().between(0, 100_000))
                .as(PastRun::new)
                .list()
                .ofMaxSize(20)
                .map(Expectation::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 60_000_000_000L),
                        Arbitraries.longs().between(0, 200_000),
                        Arbitraries.of(Stage.QUEUED, Stage.STARTING, Stage.QUERYING, Stage.READING, Stage.SAVING))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    record Step(long nanos, long rows, Stage stage) {}
}
