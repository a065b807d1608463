package io.plumbline.catalog.history;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/**
 * Which part of a history is asked for, the newest change first.
 *
 * @param before only changes of lower revisions
 */
record HistoryPage(long before, int limit) {
    private static final int MOST = 100;

    /** @param before null means from the newest on, as a null limit means the most */
    static HistoryPage read(String before, String limit) {
        return new HistoryPage(number("/before", before, Long.MAX_VALUE), (int) number("/limit", limit, MOST));
    }

    private static long number(String pointer, String text, long most) {
        if (text == null) {
            return most;
        }
        long number = text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
        if (number < 1 || number > most) {
            String message =
                    "Give a whole number of at least 1" + (most == Long.MAX_VALUE ? "." : " and at most " + most + ".");
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of(pointer, "out_of_range", message)));
        }
        return number;
    }
}
