package io.plumbline.jobs.job;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** What can be wrong with a submission or a cancellation beside what any request can. */
public enum JobProblem implements ProblemType {
    IDEMPOTENCY_KEY_REUSED(422, Kind.CALLER, "The Idempotency-Key was used for another request."),
    ALREADY_FINISHED(409, Kind.CALLER, "The job has ended already."),
    QUERY_SERVICE_AWAY(503, Kind.DEPENDENCY, "The service that checks specs can't be reached just now.");

    private final int status;
    private final Kind kind;
    private final String title;

    JobProblem(int status, Kind kind, String title) {
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
