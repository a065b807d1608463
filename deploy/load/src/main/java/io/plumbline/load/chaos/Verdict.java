package io.plumbline.load.chaos;

import io.plumbline.load.chaos.check.Checker;
import io.plumbline.load.chaos.check.History;
import io.plumbline.load.faults.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run has shown.
 *
 * @param broken promises by name, each with the places where it is broken
 * @param takeovers of jobs whose worker gave no sign of life
 */
record Verdict(Map<String, List<String>> broken, History history, Takeovers takeovers, long fenced) {
    private static final String BITE = "bite";
    /** After these a job is another worker's. */
    private static final Set<Fault> LOSING = Set.of(Fault.WORKER_KILLED, Fault.WORKER_STOPPED);

    static Verdict of(Scene scene, List<String> left, List<Strikes.Struck> struck, int leastFenced) throws Exception {
        History history = new Collector(scene).collect();
        Map<String, List<String>> broken = new LinkedHashMap<>(Checker.check(history));
        broken.put("healed", left);
        broken.put("answers", scene.ledger().findings());
        broken.put("dead letters", new Collector(scene).deadLetters());
        broken.put("read", wrongReads(scene, history));
        Takeovers takeovers = Takeovers.of(history.changes(), scene.looker().leases());
        long fenced = scene.looker().metrics().fenced();
        broken.put(BITE, toothless(struck, takeovers.count(), fenced, leastFenced));
        return new Verdict(broken, history, takeovers, fenced);
    }

    boolean isGood() {
        return broken.values().stream().allMatch(List::isEmpty);
    }

    /** Whether nothing is wrong but that too few faults met a job. */
    boolean isToothless() {
        return !isGood()
                && broken.entrySet().stream()
                        .allMatch(promise -> promise.getKey().equals(BITE)
                                || promise.getValue().isEmpty());
    }

    private static List<String> wrongReads(Scene scene, History history) {
        return scene.ledger().reads().stream()
                .filter(read -> !Objects.equals(
                        history.expectedRows().get(History.of(read.tenant(), read.label())), read.rows()))
                .map(read -> "a result of " + read.label() + " was said to have " + read.rows() + " rows")
                .toList();
    }

    /** A run whose faults met no job proves nothing. */
    private static List<String> toothless(List<Strikes.Struck> struck, int takeovers, long fenced, int leastFenced) {
        boolean losing = struck.stream().anyMatch(one -> LOSING.contains(one.fault()));
        if (losing && takeovers == 0) {
            return List.of("no job was taken over: the faults met no running job, so this run proves nothing");
        }
        return fenced < leastFenced
                ? List.of("%d workers were fenced off, at least %d had to be: this run proves too little"
                        .formatted(fenced, leastFenced))
                : List.of();
    }
}
