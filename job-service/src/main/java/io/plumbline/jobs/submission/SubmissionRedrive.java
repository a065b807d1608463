package io.plumbline.jobs.submission;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.Redrive;
import io.plumbline.jobs.deadletter.Settled;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.jobs.deadletter.StoredLetter;
import io.plumbline.jobs.job.JobSubmit;
import io.plumbline.jobs.job.Origin;
import io.plumbline.jobs.job.Priority;
import io.plumbline.jobs.job.SubmissionReader;
import io.plumbline.jobs.job.Submitted;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Submits refused records again: in the name of who replays them, since the submitter's token is not kept, and nobody may act
 * for a person who does not ask any more. The job and the end of its letter are one transaction.
 */
@ApplicationScoped
public class SubmissionRedrive implements Redrive {
    private final JobSubmit jobs;

    SubmissionRedrive(JobSubmit jobs) {
        this.jobs = jobs;
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.JOBS);
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public Uni<Void> redrive(SqlConnection connection, Caller caller, StoredLetter letter) {
        return Uni.createFrom()
                .deferred(() -> submit(connection, caller, letter))
                .flatMap(_ -> Settled.replayed(connection, caller.tenant(), letter.id()))
                .onFailure(SubmissionRedrive::isRefusal)
                .recoverWithUni(failure -> Settled.openAgain(
                        connection, caller.tenant(), letter.id(), refused(letter, Refusals.reason(failure))));
    }

    @Override
    public void redriven(Caller caller) {
        // The job's doorbell went to the outbox with it.
    }

    private Uni<Submitted> submit(SqlConnection connection, Caller caller, StoredLetter letter) {
        return jobs.submit(
                connection,
                SubmissionTokens.requireSubmitter(caller),
                SubmissionReader.read(letter.record()),
                Priority.LOW,
                Origin.present());
    }

    /** Not a fault of the moment, and none of the database, which leaves no transaction to go on in. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof RefusedSubmission
                || (failure instanceof ProblemException && !Refusals.passes(failure));
    }

    private static DeadLetter refused(StoredLetter letter, RefusedSubmission reason) {
        return DeadLetter.of(Source.JOBS, letter.instance(), reason.code(), reason.detail(), letter.record());
    }
}
