package io.plumbline.query.run;

import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.intake.AcceptedSpec;
import java.util.List;

/** Puts an answer together. */
final class AnswerWriter {
    /** No answer is kept yet, and none may be kept elsewhere: the next import changes it. */
    private static final long NOT_KEPT = 0;

    private AnswerWriter() {}

    static Answer write(AcceptedSpec accepted, Freshness state, ResultRows rows, List<String> warnings, double millis) {
        return new Answer(
                true,
                new Answer.Data(rows.rows(), rows.total(), millis, false),
                new Answer.Meta(
                        AcceptedSpec.VERSION,
                        accepted.hash(),
                        accepted.query().metricsUsed(),
                        NOT_KEPT,
                        state.dataAsOf(),
                        state.dataVersion(),
                        accepted.catalog().version(),
                        warnings,
                        AnswerColumns.of(accepted)));
    }
}
