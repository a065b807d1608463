package io.plumbline.query.trial;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.trial.TrialFault;
import io.vertx.pgclient.PgException;
import java.util.Optional;

/** What the database's refusal of a statement says of the metric; nothing of its text is passed on. */
final class RunFaults {
    private RunFaults() {}

    /** The fault of the metric; empty where the fault is the database's. */
    static Optional<TrialFault> of(Trial trial, ProblemException failure) {
        if (failure.type() == CommonProblem.TIMEOUT) {
            return Optional.of(trial.fault("too_slow", "it takes too long on your data; count less, or simpler."));
        }
        if (!(failure.getCause() instanceof PgException fault)
                || fault.getSqlState() == null
                || failure.type() == CommonProblem.UNAVAILABLE) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fault.getSqlState()) {
                    case "22012" ->
                        trial.fault(
                                "division_by_zero",
                                "it divides by 0 on your data; put nullif(…, 0) around the divisor.");
                    case "22003" -> trial.fault("number_too_large", "a number on your data becomes too large.");
                    case "22008" -> trial.fault("time_out_of_range", "a time on your data gets out of range.");
                    default -> trial.fault("cannot_run", "the database refuses the statement made of it.");
                });
    }
}
