package io.plumbline.query.verify;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.query.receipt.Basis;
import io.plumbline.query.receipt.Fingerprints;
import io.plumbline.query.receipt.Receipt;
import io.plumbline.query.receipt.ReceiptService;
import io.plumbline.query.run.RunService;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the spec of a receipt again, at the present of that time, over today's data and definitions. */
@ApplicationScoped
public class VerifyService {
    private final ReceiptService receipts;
    private final SpecIntake intake;
    private final RunService runs;
    private final Fingerprints fingerprints;
    private final SpecReader reader = SpecReader.interactive();

    VerifyService(ReceiptService receipts, SpecIntake intake, RunService runs, Fingerprints fingerprints) {
        this.receipts = receipts;
        this.intake = intake;
        this.runs = runs;
        this.fingerprints = fingerprints;
    }

    Uni<Verification> verify(String id, Caller caller) {
        return receipts.load(id, caller).flatMap(receipt -> switch (reader.read(receipt.spec())) {
            case ReadResult.Valid valid -> again(receipt, valid.spec(), caller);
            case ReadResult.Invalid invalid -> Uni.createFrom().item(new Verdict(receipt).refused(invalid.errors()));
        });
    }

    private Uni<Verification> again(Receipt receipt, AnalyticsSpec spec, Caller caller) {
        return intake.accept(spec, receipt.evaluatedAt(), caller.tenant())
                .flatMap(accepted -> runs.evaluate(accepted, caller, Kind.VERIFY)
                        .map(evaluation -> new Verdict(receipt).compared(accepted, basis(accepted), evaluation)))
                .onFailure(VerifyService::isRefusal)
                .recoverWithItem(failure -> new Verdict(receipt).refused(((ProblemException) failure).errors()));
    }

    private Basis basis(AcceptedSpec accepted) {
        return fingerprints.of(accepted.catalog(), accepted.query().definitions());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.INVALID_SPEC;
    }
}
