package io.plumbline.spec.trial;

import java.util.List;

/**
 * What a trial found.
 *
 * @param faults what can't be compiled or run; empty where everything can
 * @param statements how many statements were run
 */
public record TrialResult(List<TrialFault> faults, int statements) {
    public TrialResult {
        faults = List.copyOf(faults);
    }
}
