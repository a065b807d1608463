package io.plumbline.query.jobs;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.intake.SpecIntake;
import io.plumbline.query.run.AnswerColumns;
import io.plumbline.query.run.RunStreamService;
import io.plumbline.query.run.StreamTerms;
import io.plumbline.query.run.StreamedRows;
import io.plumbline.spec.canonical.ShapeHash;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Checks the specs of jobs and hands over their rows, with the limits of jobs. */
@ApplicationScoped
public class JobQueryService {
    private final SpecIntake intake;
    private final RunStreamService stream;
    private final StreamTerms terms;

    JobQueryService(SpecIntake intake, RunStreamService stream, JobQueryConfig config) {
        this.intake = intake;
        this.stream = stream;
        this.terms = new StreamTerms(Kind.JOB, config.statementTimeout(), config.writePatience(), List.of());
    }

    /** @return fails with a problem that names every fault */
    Uni<CheckedSpec> check(byte[] spec, Caller caller) {
        return intake.acceptForJob(spec, caller.tenant()).map(JobQueryService::checked);
    }

    private static CheckedSpec checked(AcceptedSpec accepted) {
        return new CheckedSpec(accepted.hash(), ShapeHash.of(accepted.spec()), AnswerColumns.of(accepted));
    }

    /** The rows, once the first are read. Where the caller leaves, the statement is cancelled. */
    Uni<StreamedRows> rows(byte[] spec, Caller caller) {
        return stream.open(intake.acceptForJob(spec, caller.tenant()), new JobRowsFormat(), caller, terms);
    }
}
