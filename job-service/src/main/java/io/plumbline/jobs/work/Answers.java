package io.plumbline.jobs.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/** What a problem of query-service means to an attempt. */
final class Answers {
    /** Will pass: limits of the moment, and a secret or a service that is being changed. */
    private static final Set<Integer> PASSING = Set.of(401, 408, 425, 429, 502, 503);

    private static final Set<String> MEMBERS = Set.of("code", "detail");

    private Answers() {}

    /**
     * The failure to end the attempt with.
     *
     * @param problem the document of the answer; may lack anything
     */
    static AttemptException of(int status, JsonNode problem, Duration retryAfter) {
        boolean told = problem != null && MEMBERS.stream().allMatch(problem::hasNonNull);
        String code = told ? problem.get("code").asText() : "unavailable";
        String detail = told
                ? problem.get("detail").asText()
                : "The service that runs the query answered with status %d.".formatted(status);
        // A proxy's 500 or 504 tells no code; query-service's own mean the spec: it is too much, or meets a fault of
        // ours.
        boolean passing = PASSING.contains(status) || (!told && status >= 500);
        return passing
                ? AttemptException.passing(code, detail, retryAfter, null)
                : AttemptException.lasting(code, detail);
    }
}
