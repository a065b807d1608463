package io.plumbline.jobs.stream;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** Why there is no stream or ticket. */
enum StreamProblem implements ProblemType {
    TOO_MANY_STREAMS(503, Kind.LIMIT, "Too many streams are open."),
    TICKETS_OFF(503, Kind.DEPENDENCY, "This installation gives out no stream tickets.");

    private final int status;
    private final Kind kind;
    private final String title;

    StreamProblem(int status, Kind kind, String title) {
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
