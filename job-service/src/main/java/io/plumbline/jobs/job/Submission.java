package io.plumbline.jobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What somebody submits.
 *
 * @param spec not checked yet
 * @param pointer to the spec in the body
 * @param priority null where the body says none
 * @param label null where there is none
 * @param bodyHash SHA-256 of the body's meaning: equal for bodies that differ in spaces and the order of members alone
 */
public record Submission(JsonNode spec, String pointer, Priority priority, String label, String bodyHash) {
    static Submission of(JsonNode body, JsonNode spec, String pointer, Priority priority, String label) {
        return new Submission(spec, pointer, priority, label, hash(body));
    }

    /** The priority, where the body says none the usual one. */
    Priority priority(Priority usual) {
        return priority == null ? usual : priority;
    }

    /** The spec's text. */
    public byte[] specText() {
        return spec.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A problem of the spec as one of the body that holds it. */
    ProblemException within(ProblemException problem) {
        if (pointer.isEmpty() || problem.errors().isEmpty()) {
            return problem;
        }
        List<FieldError> errors =
                problem.errors().stream().map(error -> error.within(pointer)).toList();
        ProblemException moved = new ProblemException(problem.type(), problem.getMessage(), errors);
        return problem.retryAfter().map(moved::withRetryAfter).orElse(moved);
    }

    private static String hash(JsonNode body) {
        return Sha256.hex(CanonicalJson.write(body));
    }
}
