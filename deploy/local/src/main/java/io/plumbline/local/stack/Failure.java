package io.plumbline.local.stack;

import io.plumbline.local.client.ApiProblem;
import io.plumbline.local.state.StackException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/** Says what went wrong in words that help. */
final class Failure {
    private static final int SIGNALS = 128;
    private static final int KILLED = SIGNALS + 9;

    private Failure() {}

    static String describe(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> describe(wrapped.getCause());
            case StackException known -> known.getMessage() + "\n" + known.remedy();
            case ApiProblem problem ->
                "%s (status %d). %s"
                        .formatted(
                                problem.getMessage(),
                                problem.status(),
                                problem.document().path("detail").asText());
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    /** A part of the stack that ended by itself. */
    static StackException ended(String name, int code, Path log) {
        return new StackException(
                "%s %s, so the stack stops. Its log ends with:\n%s".formatted(name, how(code), LogTail.of(log)),
                "The whole log: " + log + "\nStart again: ./plumbline up");
    }

    /** What an exit code tells. */
    static String how(int code) {
        return code == KILLED
                ? "was killed (by somebody, or by the system for want of memory)"
                : code > SIGNALS ? "ended by signal " + (code - SIGNALS) : "ended with exit code " + code;
    }
}
