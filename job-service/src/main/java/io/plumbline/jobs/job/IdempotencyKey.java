package io.plumbline.jobs.job;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a submitter names a request with, so that sending it again does not do it again. It is the user's own: another user's
 * equal key is another.
 */
public record IdempotencyKey(String text) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * The key of a header; empty where there is no header.
     *
     * @throws ProblemException (400) where it is none
     */
    public static Optional<IdempotencyKey> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(header.strip()).matches()) {
            String message = "An Idempotency-Key has 1 to 255 visible ASCII characters, for example a random UUID.";
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    message,
                    List.of(FieldError.of("", "invalid_idempotency_key", message)));
        }
        return Optional.of(new IdempotencyKey(header.strip()));
    }
}
