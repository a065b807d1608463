package io.plumbline.jobs.result;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/**
 * Which rows of a result are wanted.
 *
 * @param page from 1
 * @param size rows of each page but the last
 */
record PageRequest(int page, int size) {
    private static final int MOST = PageWriter.ROWS;

    /** @throws ProblemException where there can be no such page */
    static PageRequest of(String page, String size) {
        return new PageRequest(number("page", page, 1, Integer.MAX_VALUE), number("page_size", size, MOST, MOST));
    }

    private static int number(String name, String text, int absent, int most) {
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw invalid(
                name,
                most == Integer.MAX_VALUE
                        ? "`%s` must be a number from 1.".formatted(name)
                        : "`%s` must be a number from 1 to %d.".formatted(name, most));
    }

    /** How many such pages the result has; an empty one has one. */
    long pagesOf(Result result) {
        return Math.max(1, Math.ceilDiv(result.rows(), size));
    }

    /** @throws ProblemException where the result ends before the page */
    void requireIn(Result result) {
        if (page > pagesOf(result)) {
            throw invalid("page", "The result has %d pages of %d rows.".formatted(pagesOf(result), size));
        }
    }

    long firstRow() {
        return (page - 1L) * size;
    }

    /** The row after its last one. */
    long endRow(Result result) {
        return Math.min(result.rows(), firstRow() + size);
    }

    private static ProblemException invalid(String name, String message) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of("/" + name, "out_of_range", message)));
    }
}
