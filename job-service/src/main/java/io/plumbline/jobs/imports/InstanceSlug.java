package io.plumbline.jobs.imports;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/** The name of a connected tracker. */
public final class InstanceSlug {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private InstanceSlug() {}

    /** @throws ProblemException (400) where it is missing or no slug */
    public static String require(String instance) {
        if (instance == null || !SLUG.matcher(instance).matches()) {
            String message =
                    "The instance %s: 1 to 63 of a-z, 0-9, _ and -, beginning with a letter or digit, for example main."
                            .formatted(instance == null ? "is missing (?instance=…)" : "is not a valid name");
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    message,
                    List.of(FieldError.of("/instance", "invalid_instance", message)));
        }
        return instance;
    }
}
