package io.plumbline.load.chaos.check;

import java.util.Set;
import java.util.UUID;

/**
 * A submission as its client knows it, however often it was sent.
 *
 * @param key under which it was sent each time
 * @param label of what was asked
 * @param accepted whether an answer said so, or the broker confirmed the record
 * @param answers the jobs that answers named; empty for a record of the topic, which gets none
 */
public record Submitted(String tenant, String key, String label, boolean accepted, Set<UUID> answers) {
    public Submitted {
        answers = Set.copyOf(answers);
    }

    @Override
    public String toString() {
        return "submission " + key + " of " + tenant;
    }
}
