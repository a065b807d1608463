package io.plumbline.jobs.result;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** Why a job has no rows to give. */
public enum ResultProblem implements ProblemType {
    NOT_FINISHED(409, "The job has no result yet."),
    NO_RESULT(409, "The job ended without a result."),
    RESULT_EXPIRED(410, "The result is no longer kept.");

    private final int status;
    private final String title;

    ResultProblem(int status, String title) {
        this.status = status;
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
        return Kind.CALLER;
    }
}
