package io.plumbline.jobs.imports;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/** Which rows of a list are wanted. */
record Page(int offset, int limit) {
    private static final int MAX_LIMIT = 1_000;

    /** @throws ProblemException (400) where a bound is out of range */
    static Page of(int offset, int limit) {
        if (offset < 0) {
            throw refused("/offset", "offset must be 0 or more.");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused("/limit", "limit must be between 1 and %d.".formatted(MAX_LIMIT));
        }
        return new Page(offset, limit);
    }

    private static ProblemException refused(String pointer, String message) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of(pointer, "out_of_range", message)));
    }
}
