package io.plumbline.query.run;

import io.plumbline.query.freshness.Freshness;
import io.plumbline.query.intake.AcceptedSpec;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts an answer together. */
final class AnswerWriter {
    /** What keeps an answer tells how long; nothing else may: the next import changes it. */
    private static final long NOT_KEPT = 0;

    private static final String NO_RECEIPT =
            "This answer has no receipt: it could not be kept just now. Run the spec again to have one.";

    private static final String STREAMED =
            "This answer has no receipt: its rows are handed on unkept. Ask for application/json to have one.";

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
                        warnings(evaluation, proof),
                        rows.emptiness()));
    }

    /** What is known of an answer before its rows are read: it has neither a receipt nor a hash. */
    static Answer.Meta write(AcceptedSpec accepted, Freshness state, List<String> warnings) {
        List<String> all = Stream.concat(warnings.stream(), Stream.of(STREAMED)).toList();
        return meta(accepted, state, null, null, all, List.of());
    }

    private static Answer.Meta meta(
            AcceptedSpec accepted,
            Freshness state,
            String receipt,
            String resultHash,
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
                warnings,
                emptiness,
                AnswerColumns.of(accepted));
    }

    private static List<String> warnings(Evaluation evaluation, Proof proof) {
        return proof.receipt().isPresent()
                ? evaluation.warnings()
                : Stream.concat(evaluation.warnings().stream(), Stream.of(NO_RECEIPT))
                        .toList();
    }
}
