package io.plumbline.jobs.job;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of jobs: random, so that none tells of another. */
public final class JobId {
    // UUID.fromString also takes shorter groups.
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private JobId() {}

    public static UUID random() {
        return UUID.randomUUID();
    }

    /**
     * The id in an address.
     *
     * @throws ProblemException (404) where it can be none: the same as for an unknown one
     */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    /** Of an unknown job and of another tenant's alike. */
    public static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND, "There is no job with this id. GET /analytics/jobs lists what there is.");
    }
}
