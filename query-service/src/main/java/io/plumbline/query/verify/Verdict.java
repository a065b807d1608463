package io.plumbline.query.verify;

import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.receipt.Basis;
import io.plumbline.query.receipt.CanonicalResults;
import io.plumbline.query.receipt.Receipt;
import io.plumbline.query.run.Evaluation;
import io.plumbline.query.verify.Verification.Made;
import io.plumbline.query.verify.Verification.MetricChange;
import io.plumbline.query.verify.Verification.RowCounts;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.signature.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares an answer with the one made again from its receipt. */
final class Verdict {
    private static final String DATA = "data";
    private static final String CATALOG = "catalog";
    static final String FAULT = "fault";

    private final Receipt receipt;
    private final Made before;

    Verdict(Receipt receipt) {
        this.receipt = receipt;
        this.before = new Made(
                receipt.dataVersion(),
                receipt.dataAsOf(),
                receipt.catalogVersion(),
                receipt.metricsUsed(),
                receipt.resultHash());
    }

    /** @param basis what it is computed by at present */
    Verification compared(AcceptedSpec accepted, Basis basis, Evaluation evaluation) {
        byte[] results = CanonicalResults.write(evaluation.rows().rows());
        Made after = new Made(
                evaluation.state().dataVersion(),
                evaluation.state().dataAsOf(),
                accepted.catalog().version(),
                accepted.query().metricsUsed(),
                Sha256.hex(results));
        List<MetricChange> metrics = new MetricChanges(receipt.definitions(), basis.metrics()).all();
        boolean modelChanged = !basis.model().equals(receipt.model());
        boolean same = after.resultHash().equals(before.resultHash());
        List<String> reasons = same ? List.of() : reasons(after, !metrics.isEmpty() || modelChanged);
        Optional<RowComparison> rows =
                receipt.unpacked().map(kept -> RowComparison.of(kept, results, receipt.rowKeys()));
        RowCounts counts = counts(evaluation.rows().rows().size(), same, rows);
        return new Verification(
                receipt.id().toString(),
                same ? Verification.SAME : Verification.CHANGED,
                reasons,
                Explanations.of(before, after, reasons, metrics, modelChanged, counts),
                receipt.evaluatedAt(),
                before,
                after,
                metrics,
                modelChanged,
                counts,
                rows.map(RowComparison::differences).orElse(List.of()),
                List.of());
    }

    /** The present catalog does not take the spec. */
    Verification refused(List<FieldError> errors) {
        return new Verification(
                receipt.id().toString(),
                Verification.CHANGED,
                List.of(CATALOG),
                Explanations.refused(errors),
                receipt.evaluatedAt(),
                before,
                null,
                List.of(),
                false,
                null,
                List.of(),
                errors);
    }

    private List<String> reasons(Made after, boolean definitionsChanged) {
        List<String> reasons = new ArrayList<>();
        if (before.dataVersion() != after.dataVersion()) {
            reasons.add(DATA);
        }
        if (definitionsChanged) {
            reasons.add(CATALOG);
        }
        return reasons.isEmpty() ? List.of(FAULT) : List.copyOf(reasons);
    }

    private RowCounts counts(int now, boolean same, Optional<RowComparison> rows) {
        return same
                ? new RowCounts(receipt.rowCount(), now, 0, 0, 0)
                : new RowCounts(
                        receipt.rowCount(),
                        now,
                        rows.map(RowComparison::added).orElse(null),
                        rows.map(RowComparison::removed).orElse(null),
                        rows.map(RowComparison::changed).orElse(null));
    }
}
