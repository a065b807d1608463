package io.plumbline.query.cache;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a caller takes of the cache: the parameter {@code cache}. */
public enum CacheMode {
    /** Nothing: the answer is made anew. It is kept for others. */
    FRESH,
    /** An answer that is still valid. */
    NORMAL,
    /** Also the last one of older data, at once; the next is made meanwhile. */
    STALE_OK;

    /** The name of the query parameter. */
    public static final String PARAMETER = "cache";

    /**
     * The mode of that name.
     *
     * @param text null means {@link #NORMAL}
     * @throws ProblemException (400) where there is none
     */
    public static CacheMode of(String text) {
        if (text == null) {
            return NORMAL;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unknown(String text) {
        List<String> allowed = Arrays.stream(values()).map(CacheMode::wireName).toList();
        String message =
                "The query parameter `%s` is one of %s, or left out.".formatted(PARAMETER, String.join(", ", allowed));
        String nearest = NearestName.find(text, allowed).orElse(null);
        return new ProblemException(
                CommonProblem.INVALID_REQUEST,
                message,
                List.of(new FieldError("/" + PARAMETER, "unknown_value", message, allowed, nearest)));
    }
}
