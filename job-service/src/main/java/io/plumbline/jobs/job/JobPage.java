package io.plumbline.jobs.job;

import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which jobs are wanted.
 *
 * @param state null: of all
 * @param after the job behind which the page begins; null: from the newest
 */
record JobPage(String state, int limit, UUID after) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** @throws ProblemException that names every fault */
    static JobPage of(String state, String limit, String after) {
        List<FieldError> errors = new ArrayList<>();
        List<String> states = JobState.names();
        if (state != null && !states.contains(state)) {
            errors.add(new FieldError(
                    "/state",
                    "invalid_value",
                    "There is no such state of a job.",
                    states,
                    NearestName.find(state, states).orElse(null)));
        }
        int most = limit == null ? USUAL : number(limit);
        if (most < 1 || most > MOST) {
            errors.add(
                    FieldError.of("/limit", "out_of_range", "`limit` must be a number from 1 to %d.".formatted(MOST)));
        }
        UUID from = after == null ? null : id(after, errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, errors.getFirst().message(), errors);
        }
        return new JobPage(state, most, from);
    }

    /** The page of what was found for it, which may be one more. */
    JobList of(List<Job> found) {
        List<JobView> views =
                found.stream().limit(limit).map(job -> JobView.of(job, null)).toList();
        return new JobList(views, found.size() > limit ? views.getLast().id().toString() : null);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static UUID id(String text, List<FieldError> errors) {
        try {
            return JobId.parse(text);
        } catch (ProblemException e) {
            errors.add(FieldError.of(
                    "/after", "unknown_job", "`after` must be the id of a job: take `next` of the page before."));
            return null;
        }
    }
}
