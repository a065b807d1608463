package io.plumbline.catalog.http;

import io.plumbline.spec.problem.ProblemException;
import java.util.Arrays;

/** Optimistic locking: a caller says by {@code If-Match} which state was read, and is told where it is another now. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * @param ifMatch the header; null where it is absent
     * @throws ProblemException (412) where it names other states only
     */
    public static void check(String ifMatch, String version) {
        if (ifMatch != null && !names(ifMatch, version)) {
            throw stale();
        }
    }

    /** The problem (412) of a caller who means a state that is no longer. */
    public static ProblemException stale() {
        return new ProblemException(
                CatalogProblem.STALE,
                "Another change came first. Read it again, look what changed, and send the new ETag as `If-Match`.");
    }

    /**
     * @param ifMatch the header; null where it is absent
     * @throws ProblemException (428) where it is absent
     */
    public static void require(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    CatalogProblem.PRECONDITION_REQUIRED,
                    "Read it first, then send its ETag as `If-Match`, so that nobody's change is overwritten unseen.");
        }
    }

    /** Whether a list of entity tags holds the one of this version, or {@code *}. */
    static boolean names(String tags, String version) {
        String tag = "\"" + version + "\"";
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                // A proxy that packs the body weakens the tag; the content is the same.
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
