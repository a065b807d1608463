package io.plumbline.load.chaos.check;

import static io.plumbline.load.chaos.check.Past.CANCELLED;
import static io.plumbline.load.chaos.check.Past.DONE;
import static io.plumbline.load.chaos.check.Past.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A checker that never complains proves nothing: each kind of damage turns its rule red. */
class CheckerTest {
    @Test
    void hasNothingAgainstAHistoryInOrder() {
        assertThat(Checker.check(new Past().history()).values())
                .allSatisfy(broken -> assertThat(broken).isEmpty());
    }

    @ParameterizedTest(name = "{1} → {0}")
    @MethodSource("damages")
    void seesEachDamage(String rule, Consumer<Past> damage) {
        Past past = new Past();
        damage.accept(past);
        Map<String, List<String>> verdict = Checker.check(past.history());
        assertThat(verdict.get(rule)).as(verdict.toString()).isNotEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("lost", "the job of an accepted submission is gone", past -> past.jobs.removeFirst()),
                damage(
                        "lost",
                        "nothing is kept for an accepted key",
                        past -> past.keys.remove(History.of(TENANT, "a"))),
                damage("lost", "a confirmed record made no job", past -> past.keys.remove(History.of(TENANT, "t"))),
                damage("lost", "a job never ends", past -> state(past, "running")),
                damage(
                        "lost",
                        "a job asks something else",
                        past -> past.submitted.add(new Submitted(TENANT, "a", "heavy", true, Set.of()))),
                damage(
                        "doubled",
                        "two answers name two jobs",
                        past -> past.submitted.add(
                                new Submitted(TENANT, "d", "wide", true, Set.of(DONE.id(), CANCELLED.id())))),
                damage(
                        "doubled",
                        "an answer names another job than is kept",
                        past -> past.submitted.add(new Submitted(TENANT, "a", "wide", true, Set.of(new UUID(0, 9))))),
                damage(
                        "doubled",
                        "a job that nobody submitted",
                        past -> past.jobs.add(new JobRow(
                                new JobKey(TENANT, new UUID(0, 9)), "wide", "failed", 0, 4, 0, null, null, null))),
                damage(
                        "doubled",
                        "a job ends twice",
                        past -> past.changes.add(new Change(
                                DONE,
                                6,
                                "completed",
                                "failed",
                                "failed",
                                2,
                                5,
                                past.changes.getLast().at()))),
                damage(
                        "illegal",
                        "a job comes back from its end",
                        past -> past.changes.add(new Change(
                                CANCELLED,
                                3,
                                "cancelled",
                                "queued",
                                "retry",
                                0,
                                2,
                                past.changes.getLast().at()))),
                damage("illegal", "a job completes without running", past -> replace(past, 1, "completed")),
                damage("illegal", "a change is missing", past -> past.changes.remove(2)),
                damage("illegal", "the row says another state than its last change", past -> state(past, "failed")),
                damage("illegal", "a fence does not rise", past -> {
                    Change old = past.changes.get(3);
                    past.changes.set(
                            3,
                            new Change(DONE, old.seq(), old.from(), old.to(), old.cause(), old.attempt(), 2, old.at()));
                }),
                damage(
                        "illegal",
                        "an attempt too many",
                        past -> past.jobs.set(0, new JobRow(DONE, "wide", "completed", 5, 4, 5, 3L, 1_500L, 2))),
                damage("result", "a page is missing", past -> past.pages.removeLast()),
                damage("result", "a page stands twice", past -> past.pages.add(past.pages.getLast())),
                damage(
                        "result",
                        "a page of another attempt",
                        past -> past.pages.set(1, new Page(DONE, 1, 1, 1_000, 500))),
                damage("result", "rows are missing", past -> past.rows.replaceAll((_, rows) -> rows + 1)),
                damage("result", "a cancelled job has rows", past -> past.pages.add(new Page(CANCELLED, 1, 0, 0, 1))),
                damage("gap", "an event is missing in the middle", past -> past.told.remove(2)),
                damage("gap", "the last event is missing", past -> past.told.remove(4)),
                damage("gap", "an event stands twice", past -> past.told.add(past.told.getFirst())),
                damage("gap", "progress falls", past -> past.told.set(1, new Told(DONE, 2, "started", 0.5))),
                damage(
                        "gap",
                        "something is told behind the end",
                        past -> past.told.add(new Told(CANCELLED, 3, "progress", 0))),
                damage("topic", "an event is missing in the topic", past -> past.heard.removeLast()),
                damage("topic", "the topic turns two events round", past -> past.heard.add(4, past.heard.remove(5))),
                damage(
                        "topic",
                        "one event has two ids",
                        past -> past.heard.add(new Heard(DONE, 5, "completed", "other"))),
                damage(
                        "topic",
                        "the topic tells what did not happen",
                        past -> past.heard.add(new Heard(CANCELLED, 3, "completed", "other"))));
    }

    private static Arguments damage(String rule, String name, Consumer<Past> damage) {
        return Arguments.of(rule, Named.of(name, damage));
    }

    private static void state(Past past, String state) {
        past.jobs.set(0, new JobRow(DONE, "wide", state, 2, 4, 5, 3L, 1_500L, 2));
    }

    private static void replace(Past past, int index, String to) {
        Change old = past.changes.get(index);
        past.changes.set(
                index,
                new Change(old.job(), old.seq(), old.from(), to, old.cause(), old.attempt(), old.fence(), old.at()));
    }
}
