package io.plumbline.translator.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.problem.ProblemType;

/** A problem of query-service that the caller gets as it is. */
record RelayedProblem(String code, int status, String title, Kind kind) implements ProblemType {
    private static final int SERVER_FAULTS = 500;

    static RelayedProblem of(int status, JsonNode body) {
        return new RelayedProblem(
                body.path("code").asText("unavailable"),
                status,
                body.path("title").asText("The question could not be answered."),
                status >= SERVER_FAULTS ? Kind.DEPENDENCY : Kind.CALLER);
    }
}
