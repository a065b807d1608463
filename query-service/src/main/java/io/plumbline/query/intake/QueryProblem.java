package io.plumbline.query.intake;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** The problems of this service alone. */
public enum QueryProblem implements ProblemType {
    CATALOG_UNAVAILABLE(503, Kind.DEPENDENCY, "The metric definitions are not loaded yet."),
    STALE_CURSOR(409, Kind.CALLER, "The answer that the cursor is of can't be continued.");

    private final int status;
    private final Kind kind;
    private final String title;

    QueryProblem(int status, Kind kind, String title) {
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
