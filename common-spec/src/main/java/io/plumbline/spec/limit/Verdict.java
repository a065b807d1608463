package io.plumbline.spec.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was decided on a request.
 *
 * @param standings of all limits that took part
 */
record Verdict(boolean admitted, List<Standing> standings) {
    Verdict {
        standings = List.copyOf(standings);
    }

    /** The limit that refused it: of several the one that lasts longest. Empty where it was admitted. */
    Optional<Standing> refusal() {
        return admitted ? Optional.empty() : standings.stream().max(Comparator.comparing(Standing::untilNext));
    }

    /** Both together; it is admitted where both admit it. */
    Verdict and(Verdict other) {
        var all = new ArrayList<>(standings);
        all.addAll(other.standings);
        return new Verdict(admitted && other.admitted, all);
    }
}
