package io.plumbline.load.chaos.check;

import java.util.Map;
import java.util.Set;

/** The states of a job, as the documents promise them; written down here once more, so that the product does not judge itself. */
final class States {
    static final String QUEUED = "queued";
    static final String RUNNING = "running";
    static final String COMPLETED = "completed";

    private static final Set<String> ENDS = Set.of(COMPLETED, "failed", "cancelled");

    private static final Map<String, Set<String>> EDGES = Map.of(
            QUEUED, Set.of(RUNNING, "cancelled", "failed"),
            RUNNING, Set.of(COMPLETED, "failed", "cancelled", QUEUED));

    private States() {}

    static boolean isEnd(String state) {
        return ENDS.contains(state);
    }

    /** @param from null where the job did not exist */
    static boolean isLegal(String from, String to) {
        return from == null
                ? to.equals(QUEUED)
                : EDGES.getOrDefault(from, Set.of()).contains(to);
    }
}
