package io.plumbline.jobs.submission;

import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.stream.Collectors;

/** Why a record can't become a job. The message is the reason that goes with the dead letter: it tells nothing but what a caller may see. */
final class RefusedSubmission extends RuntimeException {
    private static final int MOST_CHARACTERS = 1_000;

    private final String code;
    private final String detail;

    RefusedSubmission(String code, String detail) {
        super(shortened(code + ": " + detail), null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /** A word for machines. */
    String code() {
        return code;
    }

    /** For people. */
    String detail() {
        return detail;
    }

    static RefusedSubmission of(ProblemException problem) {
        String places = problem.errors().stream()
                .filter(error -> !error.message().equals(problem.getMessage()))
                .map(RefusedSubmission::words)
                .collect(Collectors.joining("; "));
        return new RefusedSubmission(
                problem.type().code(), places.isEmpty() ? problem.getMessage() : problem.getMessage() + " " + places);
    }

    private static String words(FieldError error) {
        return error.pointer() + " " + error.message();
    }

    private static String shortened(String text) {
        String line = text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
    }
}
