package io.plumbline.acceptance.oracle.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The random histories that the product is compared on hold the rare cases, else the comparison would say little. */
class BoardTrailTest {
    private static final List<SprintStory> STORIES = stories();

    @Test
    void someCommittedIssuesArePulledOutAtTheLastMoment() {
        assertThat(count(s -> s.isCommitted() && s.isPulledOut())).isGreaterThan(5);
        assertThat(count(s -> s.isCommitted() && s.isRemoved() && !s.isPulledOut()))
                .isGreaterThan(20);
    }

    @Test
    void someIssuesAreLeftSeveralTimesInARow() {
        assertThat(count(s -> s.isCommitted() && s.isLeftOpen() && s.depth() == 2))
                .isGreaterThan(20);
        assertThat(count(s -> s.isCommitted() && s.isLeftOpen() && s.depth() > 2))
                .isGreaterThan(5);
    }

    @Test
    void someIssuesAreCarriedInOverAPause() {
        assertThat(count(SprintStory::isCarriedIn)).isGreaterThan(20);
        assertThat(count(s -> s.isCarriedIn() && s.isLeftOpen() && s.depth() == 1))
                .isGreaterThan(5);
    }

    private static long count(Predicate<SprintStory> rare) {
        return STORIES.stream().filter(rare).count();
    }

    private static List<SprintStory> stories() {
        return LongStream.rangeClosed(1, 24)
                .boxed()
                .flatMap(seed -> RandomHistory.of(seed).stream())
                .map(raw -> TrackerReader.read(raw.instance(), raw.lines()))
                .flatMap(tracker -> tracker.sprints().values().stream()
                        .filter(Sprint::isCounted)
                        .flatMap(sprint -> tracker.issues().stream().map(issue -> story(issue, sprint, tracker))))
                .filter(SprintStory::belongs)
                .toList();
    }

    private static SprintStory story(Issue issue, Sprint sprint, Tracker tracker) {
        return new SprintStory(issue, sprint, tracker);
    }
}
