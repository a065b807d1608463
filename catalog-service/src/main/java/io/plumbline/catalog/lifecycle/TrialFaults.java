package io.plumbline.catalog.lifecycle;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialFault;
import io.plumbline.spec.trial.TrialResult;

/** What a trial found, at the places of the definition. */
final class TrialFaults {
    private static final String COMPUTATION = "/computation";

    private TrialFaults() {}

    /** @throws ProblemException where the trial found a fault */
    static void refuse(TrialResult result, MetricDefinition subject) {
        if (!result.faults().isEmpty()) {
            throw Refusal.invalid(
                    result.faults().stream().map(fault -> error(fault, subject)).toList());
        }
    }

    private static FieldError error(TrialFault fault, MetricDefinition subject) {
        boolean own = fault.metric().equals(subject.id());
        String what = fault.aggregation() == null
                ? ""
                : " with " + fault.aggregation().wireName();
        String where = own ? "Tried" + what + ": " : "Tried `" + fault.metric() + "`" + what + ": ";
        return FieldError.of(own ? pointer(fault, subject) : "", fault.code(), where + fault.message());
    }

    private static String pointer(TrialFault fault, MetricDefinition subject) {
        int at = fault.aggregation() == null
                ? -1
                : subject.computation().aggregations().indexOf(fault.aggregation());
        boolean written = switch (subject.computation()) {
            case Computation.Simple _, Computation.PerSprint _, Computation.Snapshot _ -> true;
            case Computation.Ratio _, Computation.Derived _, Computation.Composite _ -> false;
        };
        return written && at >= 0 ? COMPUTATION + "/aggregations/" + at : COMPUTATION;
    }
}
