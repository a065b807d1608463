package io.plumbline.jobs.result;

import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.format.AnswerFormat;
import io.plumbline.spec.format.RowFormat;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.http.ResponseBody;
import io.plumbline.spec.http.StreamedAnswer;
import io.plumbline.spec.problem.Problem;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/** A whole result in one of the forms: a page is read when the one before was taken, so that one is held at a time. */
final class ResultDocument implements StreamedAnswer {
    private static final Logger LOG = Logger.getLogger(ResultDocument.class);

    private final Result result;
    private final RowFormat format;
    private final Duration patience;
    private final IntFunction<Uni<List<List<Object>>>> pages;
    private final String traceId = LogContext.traceId();

    ResultDocument(Result result, AnswerFormat format, Duration patience, IntFunction<Uni<List<List<Object>>>> pages) {
        this.result = result;
        this.format = format.rows();
        this.patience = patience;
        this.pages = pages;
    }

    Result result() {
        return result;
    }

    boolean tellsMeta() {
        return format.tellsMeta();
    }

    @Override
    public void start(ResponseBody body) {
        body.write(format.head(result.heading()), patience)
                .flatMap(_ -> from(0, body))
                .flatMap(_ -> body.write(format.end(result.ending()), patience))
                .subscribe()
                .with(_ -> body.end(), failure -> breakOff(body, failure));
    }

    private Uni<Void> from(int page, ResponseBody body) {
        if (page == result.pages()) {
            return Uni.createFrom().voidItem();
        }
        return pages.apply(page)
                .flatMap(rows -> body.write(format.rows(rows), patience))
                .flatMap(_ -> from(page + 1, body));
    }

    /** Ends it so that nobody takes it for whole. */
    private void breakOff(ResponseBody body, Throwable failure) {
        LOG.infof("A result broke off: %s", failure);
        ProblemException problem =
                failure instanceof ProblemException known ? known : DatabaseFaults.toProblem(failure);
        byte[] last = format.broken(Problem.of(problem, traceId));
        if (last.length == 0) {
            body.cut();
            return;
        }
        body.write(last, patience).subscribe().with(_ -> body.end(), _ -> body.cut());
    }
}
