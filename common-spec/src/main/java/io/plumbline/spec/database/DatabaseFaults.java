package io.plumbline.spec.database;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a failure of the database, or of anything unknown, means to the caller. */
public final class DatabaseFaults {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private DatabaseFaults() {}

    /** The problem to answer with; problems pass as they are, and what is not known becomes an internal error. */
    public static ProblemException toProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case PgException fault -> ofSqlState(fault);
            // Mutiny's own: the database gave no sign beyond the limit that it keeps itself, or this process stood
            // still.
            case ClosedConnectionException _, IOException _, io.smallrye.mutiny.TimeoutException _ ->
                unavailable(failure);
            case TimeoutException _ -> timeout(failure);
            case NoStackTraceThrowable text when isOfClosedConnection(text) -> unavailable(failure);
            default -> internal(failure);
        };
    }

    /** What it means that no connection was to be had. */
    public static ProblemException withoutConnection(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            // Of the pool: too many wait, or the wait is over; it has no type of its own for the latter.
            case ConnectionPoolTooBusyException _,
                    TimeoutException _,
                    io.smallrye.mutiny.TimeoutException _,
                    NoStackTraceThrowable _ -> overloaded(failure);
            default -> unavailable(failure);
        };
    }

    /** What the client says of a statement for a connection that the server has closed meanwhile; it has no type for it. */
    private static boolean isOfClosedConnection(NoStackTraceThrowable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("Connection is not active");
    }

    private static ProblemException overloaded(Throwable failure) {
        return new ProblemException(
                        CommonProblem.OVERLOADED, "All connections to the database are in use. Try again in a moment.")
                .withRetryAfter(RETRY_AFTER)
                .causedBy(failure);
    }

    /** The database can't be reached. */
    public static ProblemException unavailable(Throwable failure) {
        return new ProblemException(
                        CommonProblem.UNAVAILABLE, "The database can't take the request just now. Try again soon.")
                .withRetryAfter(RETRY_AFTER)
                .causedBy(failure);
    }

    private static ProblemException ofSqlState(PgException fault) {
        String state = fault.getSqlState() == null ? "" : fault.getSqlState();
        if (state.equals("57014")) {
            return timeout(fault);
        }
        // 08: connection; 53: resources spent; 57P: shutting down or starting; 25006: read-only; 55P03: lock not had
        boolean passing = state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("25006")
                || state.equals("55P03");
        return passing ? unavailable(fault) : internal(fault);
    }

    private static ProblemException timeout(Throwable failure) {
        return new ProblemException(
                        CommonProblem.TIMEOUT,
                        "It was stopped at its time limit. Ask for a shorter time or fewer groups.")
                .causedBy(failure);
    }

    private static ProblemException internal(Throwable failure) {
        return new ProblemException(
                        CommonProblem.INTERNAL_ERROR,
                        "Nothing is wrong with your request. Try again; if it persists, report the traceId.")
                .causedBy(failure);
    }
}
