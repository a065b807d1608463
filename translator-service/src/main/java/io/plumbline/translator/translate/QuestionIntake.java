package io.plumbline.translator.translate;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.translator.Question;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Checks a request and reports all its faults at once. */
public final class QuestionIntake {
    static final int LONGEST = 2_000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private QuestionIntake() {}

    /**
     * The question of a request.
     *
     * @param clock for the present, where the request names no instant
     * @throws ProblemException (400) with each fault
     */
    public static Question read(QuestionRequest request, Clock clock) {
        if (request == null) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "The body needs a `question`.");
        }
        var faults = new ArrayList<FieldError>();
        checkText(request.question(), faults);
        checkInstant(request.now(), faults);
        var zone = Timezones.read(request.timezone(), faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, faults.getFirst().message(), faults);
        }
        return question(request, zone, clock);
    }

    private static Question question(QuestionRequest request, ZoneId zone, Clock clock) {
        return new Question(request.question(), request.now() == null ? clock.instant() : request.now(), zone);
    }

    private static void checkText(String text, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            faults.add(FieldError.of(
                    "/question", "missing", "Write a question, for example \"velocity by sprint for PAY\"."));
        } else if (text.length() > LONGEST) {
            faults.add(FieldError.of(
                    "/question",
                    "too_long",
                    "A question has at most %d characters; this has %d.".formatted(LONGEST, text.length())));
        } else if (text.codePoints().anyMatch(QuestionIntake::isUnprintable)) {
            faults.add(FieldError.of(
                    "/question", "control_character", "A question has no control characters (NUL, tab, line end …)."));
        }
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static void checkInstant(Instant now, List<FieldError> faults) {
        if (now == null) {
            return;
        }
        boolean reasonable = now.isAfter(Instant.EPOCH) && now.isBefore(Instant.EPOCH.plusSeconds(7_258_118_400L));
        int year = reasonable ? now.atOffset(ZoneOffset.UTC).getYear() : 0;
        if (year < FIRST_YEAR || year >= LAST_YEAR) {
            faults.add(FieldError.of(
                    "/now", "out_of_range", "`now` lies from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR - 1)));
        }
    }
}
