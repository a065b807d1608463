package io.plumbline.catalog.http;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/** Query parameters that are true or false. */
public final class Flags {
    private static final List<String> VALUES = List.of("true", "false");

    private Flags() {}

    /**
     * @param text null where the caller says nothing
     * @throws ProblemException (400) for anything but true and false
     */
    public static boolean read(String pointer, String text, boolean otherwise) {
        if (text != null && !VALUES.contains(text)) {
            var error = new FieldError(pointer, "wrong_type", "Say true or false.", VALUES, null);
            throw new ProblemException(CommonProblem.INVALID_REQUEST, error.message(), List.of(error));
        }
        return text == null ? otherwise : text.equals("true");
    }
}
