package io.plumbline.query.run;

import io.plumbline.query.audit.Audited;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.receipt.CanonicalResults;
import io.plumbline.query.receipt.Fingerprints;
import io.plumbline.query.receipt.Receipt;
import io.plumbline.query.receipt.ReceiptService;
import io.plumbline.spec.Measure;
import io.plumbline.spec.canonical.CanonicalSpec;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down what an answer was made of. */
@ApplicationScoped
public class Receipts {
    private final ReceiptService service;
    private final Fingerprints fingerprints;

    Receipts(ReceiptService service, Fingerprints fingerprints) {
        this.service = service;
        this.fingerprints = fingerprints;
    }

    /** Never fails: an answer whose receipt can't be kept is an answer without one. */
    Uni<Proof> keep(AcceptedSpec accepted, Audited<Evaluation> read, Caller caller) {
        Receipt receipt = write(accepted, read.result(), caller);
        return service.keep(caller, receipt, read.entry()).map(id -> new Proof(id, receipt.resultHash()));
    }

    private Receipt write(AcceptedSpec accepted, Evaluation evaluation, Caller caller) {
        return Receipt.of(
                caller.user(),
                CanonicalSpec.json(accepted.spec()),
                accepted.hash(),
                accepted.query().metricsUsed(),
                fingerprints.of(accepted.catalog(), accepted.query().definitions()),
                accepted.catalog().version(),
                evaluation.state(),
                accepted.now(),
                rowKeys(accepted),
                evaluation.rows().total(),
                evaluation.rows().rows().size(),
                CanonicalResults.write(evaluation.rows().rows()));
    }

    /** The columns that are no measure's: what tells the rows apart. */
    private static List<String> rowKeys(AcceptedSpec accepted) {
        List<ResultColumn> columns = accepted.query().rows().columns();
        return columns.subList(0, columns.size() - 1).stream()
                .map(ResultColumn::name)
                .filter(name -> accepted.spec().measures().stream().noneMatch(measure -> isOf(measure, name)))
                .toList();
    }

    private static boolean isOf(Measure measure, String column) {
        return column.equals(measure.column()) || column.startsWith(measure.column() + "__");
    }
}
