package io.plumbline.query.paging;

import io.plumbline.query.intake.QueryProblem;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a cursor. */
public final class CursorFaults {
    private CursorFaults() {}

    /**
     * The cursor of a request.
     *
     * @param text of the query parameter; null or blank is none
     * @throws ProblemException {@code invalid_request} (400) for a text that is no cursor
     */
    public static Optional<Cursor> read(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Cursor.parse(text)
                .orElseThrow(() -> invalid(
                        "unknown_cursor",
                        "`cursor` is no cursor of an answer. Send `meta.next_cursor` of the page before, unchanged.")));
    }

    static ProblemException ofAnotherAnswer() {
        return invalid(
                "wrong_cursor",
                "`cursor` is of another spec. Send the same spec as for the page before, with its `meta.next_cursor`.");
    }

    static ProblemException stale(String why) {
        return new ProblemException(
                QueryProblem.STALE_CURSOR,
                why + " Begin again: send the spec without `cursor`, and leave the pages so far.");
    }

    private static ProblemException invalid(String code, String message) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of("/cursor", code, message)));
    }
}
