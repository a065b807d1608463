package io.plumbline.query.run;

import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.paging.Cursor;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts an answer together. */
final class AnswerWriter {
    /** What keeps an answer tells how long; nothing else may: the next import changes it. */
    private static final long NOT_KEPT = 0;

    private static final String NO_RECEIPT =
            "This answer has no receipt: it could not be kept just now. Run the spec again to have one.";

    private static final String FURTHER_PAGE = "This page has no receipt: the first page has one, of its own rows.";

    private AnswerWriter() {}

    static Answer write(AcceptedSpec accepted, Evaluation evaluation, Proof proof, double millis) {
        ResultRows rows = evaluation.rows();
        return new Answer(
                true,
                new Answer.Data(rows.rows(), rows.total(), millis, false),
                meta(
                        accepted,
                        evaluation.state(),
                        proof.receipt().map(UUID::toString).orElse(null),
                        proof.resultHash(),
                        rows.total(),
                        warnings(accepted, evaluation, proof),
                        rows.emptiness()));
    }

    /** What is known of an answer before its rows are read: it has neither a receipt nor a hash. */
    static Answer.Meta write(AcceptedSpec accepted, Freshness state, long total, List<String> warnings) {
        return meta(accepted, state, null, null, total, warnings, List.of());
    }

    private static Answer.Meta meta(
            AcceptedSpec accepted,
            Freshness state,
            String receipt,
            String resultHash,
            long total,
            List<String> warnings,
            List<Answer.Emptiness> emptiness) {
        return new Answer.Meta(
                AcceptedSpec.VERSION,
                accepted.hash(),
                accepted.query().metricsUsed(),
                NOT_KEPT,
                state.dataAsOf(),
                state.dataVersion(),
                accepted.catalog().version(),
                accepted.now(),
                receipt,
                resultHash,
                Cursor.after(accepted, state.dataVersion(), total)
                        .map(Cursor::text)
                        .orElse(null),
                warnings,
                emptiness,
                AnswerColumns.of(accepted));
    }

    private static List<String> warnings(AcceptedSpec accepted, Evaluation evaluation, Proof proof) {
        return proof.receipt().isPresent()
                ? evaluation.warnings()
                : Stream.concat(
                                evaluation.warnings().stream(),
                                Stream.of(accepted.offset() > 0 ? FURTHER_PAGE : NO_RECEIPT))
                        .toList();
    }
}
