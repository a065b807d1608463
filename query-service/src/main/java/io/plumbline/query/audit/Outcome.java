package io.plumbline.query.audit;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What became of what a caller asked. The database tells the last two from the time that has passed. */
public enum Outcome {
    OK,
    TIMEOUT,
    CANCELLED,
    UNAVAILABLE,
    FAILED,
    RUNNING,
    UNKNOWN;

    /** What a failure means. */
    static Outcome of(Throwable failure) {
        if (!(failure instanceof ProblemException problem)) {
            return FAILED;
        }
        return switch (problem.type().kind()) {
            case LIMIT -> problem.type() == CommonProblem.TIMEOUT ? TIMEOUT : FAILED;
            case DEPENDENCY -> UNAVAILABLE;
            case CALLER, INTERNAL -> FAILED;
        };
    }

    /** As the audit names it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names, for a caller who chooses among them. */
    static List<String> wireNames() {
        return Arrays.stream(values()).map(Outcome::wireName).toList();
    }
}
