package io.plumbline.jobs.deadletter;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;

/**
 * Which dead letters are meant; null members take all.
 *
 * @param source topic, webhook, sync or jobs
 * @param instance of one connected tracker
 * @param state open, replaying, replayed or discarded
 * @param code of one reason
 */
public record LetterFilter(String source, String instance, String state, String code) {
    private static final List<String> SOURCES = List.of("topic", "webhook", "sync", "jobs");
    private static final List<String> STATES = List.of("open", "replaying", "replayed", "discarded");

    /** @throws ProblemException (400) where a name is unknown */
    LetterFilter checked() {
        allow("source", source, SOURCES);
        allow("state", state, STATES);
        return this;
    }

    private static void allow(String member, String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            String message = "%s must be one of %s.".formatted(member, String.join(", ", allowed));
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    message,
                    List.of(FieldError.of("/" + member, "unknown_value", message)));
        }
    }
}
