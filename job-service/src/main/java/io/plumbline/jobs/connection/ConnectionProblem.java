package io.plumbline.jobs.connection;

import io.plumbline.jobs.jira.JiraFault;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;

/** Why a tracker can't be connected: the code says which kind of fault its answer was. */
record ConnectionProblem(String code, int status, String title, Kind kind) implements ProblemType {

    static ProblemException of(JiraFault fault) {
        var type = switch (fault.kind()) {
            case UNAVAILABLE ->
                new ConnectionProblem(
                        fault.kind().code(), 503, "The tracker can't be reached just now.", Kind.DEPENDENCY);
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REFUSED, NOT_ALLOWED, TOO_LARGE ->
                new ConnectionProblem(fault.kind().code(), 422, "The tracker can't be connected so.", Kind.CALLER);
        };
        return new ProblemException(type, fault.getMessage() + " Nothing was saved.");
    }
}
