package io.plumbline.load.chaos;

import io.plumbline.load.chaos.Strikes.Struck;
import io.plumbline.load.chaos.check.JobRow;
import io.plumbline.load.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Tells a run. */
final class Report {
    private static final int SHOWN = 10;

    private final Scene scene;
    private final List<Struck> struck;
    private final Verdict verdict;
    private final double seconds;

    Report(Scene scene, List<Struck> struck, Verdict verdict, double seconds) {
        this.scene = scene;
        this.struck = struck;
        this.verdict = verdict;
        this.seconds = seconds;
    }

    void print() {
        faults();
        jobs();
        answers();
        verdict();
    }

    private void faults() {
        System.out.printf(
                "%n%-14s %-55s %5s  %-26s %s%n",
                "part", "what happened to it", "times", "accepted again after, s", "a job ended after, s");
        Map<Fault, List<Struck>> byFault = new TreeMap<>(struck.stream().collect(Collectors.groupingBy(Struck::fault)));
        byFault.forEach((fault, all) -> System.out.printf(
                "%-14s %-55s %5d  %-26s %s%n",
                fault.part(), fault.what(), all.size(), range(all, Struck::accepted), range(all, Struck::ended)));
    }

    private static String range(List<Struck> all, ToDoubleFunction<Struck> time) {
        double[] known =
                all.stream().mapToDouble(time).filter(one -> one >= 0).sorted().toArray();
        int missing = all.size() - known.length;
        String times = known.length == 0
                ? ""
                : "%.1f–%.1f, median %.1f".formatted(known[0], known[known.length - 1], known[known.length / 2]);
        return missing == 0 ? times : times + " (" + missing + " never)";
    }

    private void jobs() {
        List<JobRow> jobs = verdict.history().jobs();
        Map<String, Long> states =
                new TreeMap<>(jobs.stream().collect(Collectors.groupingBy(JobRow::state, Collectors.counting())));
        Map<String, Long> causes = new TreeMap<>(verdict.history().changes().stream()
                .collect(Collectors.groupingBy(change -> change.cause(), Collectors.counting())));
        System.out.printf(
                "%n%,d submissions, %,d accepted, %,d of them sent more than once; %,d jobs in %.0f s: %.1f/s%n",
                scene.ledger().sentCount(),
                scene.ledger().acceptedCount(),
                scene.ledger().repeatedCount(),
                jobs.size(),
                seconds,
                jobs.size() / seconds);
        System.out.println("jobs by state: " + states);
        System.out.println("changes by cause: " + causes);
        System.out.printf(
                "%,d events in the log, %,d records in the topic; %,d results read%n",
                verdict.history().told().size(),
                verdict.history().heard().size(),
                scene.ledger().reads().size());
        System.out.printf(
                "%,d workers fenced off (at least), %,d jobs taken over%n",
                verdict.fenced(), verdict.takeovers().count());
        System.out.println("  lease over until given up:  "
                + Takeovers.tell(verdict.takeovers().given()));
        System.out.println("  lease over until claimed:   "
                + Takeovers.tell(verdict.takeovers().claimed()));
    }

    private void answers() {
        System.out.println("\nwhat clients were answered");
        scene.ledger().answers().forEach((what, times) -> System.out.printf("  %,8d  %s%n", times, what));
    }

    private void verdict() {
        System.out.println("\nverdict");
        verdict.broken().forEach((promise, places) -> {
            System.out.printf("  %-13s %s%n", promise, places.isEmpty() ? "kept" : places.size() + " times BROKEN");
            places.stream().limit(SHOWN).forEach(place -> System.out.println("      " + place));
        });
        System.out.println(verdict.isGood() ? "all promises kept" : "NOT all promises kept");
    }
}
