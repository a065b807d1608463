package io.plumbline.jobs.job;

import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes submissions, whichever way they come. */
@ApplicationScoped
public class JobSubmit {
    private final SpecCheck check;
    private final SubmitRepository jobs;

    JobSubmit(SpecCheck check, SubmitRepository jobs) {
        this.check = check;
        this.jobs = jobs;
    }

    /**
     * Makes a job, or finds the one that is meant.
     *
     * @param key under which the same submission may come again
     * @param usual the priority where the submission says none
     * @return once it is durable; fails with a problem where it is refused
     */
    public Uni<Submitted> submit(
            Caller caller, Submission submission, Optional<IdempotencyKey> key, Priority usual, Origin origin) {
        return key.map(named -> jobs.replay(caller, named, submission.bodyHash()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .flatMap(known -> known.map(answered -> Uni.createFrom().item(answered))
                        .orElseGet(() -> submitNew(caller, submission, key, usual, origin)));
    }

    /** The same without a key, in a transaction of the caller's tenant that is open already. */
    public Uni<Submitted> submit(
            SqlConnection connection, Caller caller, Submission submission, Priority usual, Origin origin) {
        UUID id = JobId.random();
        return check.check(caller, id, submission)
                .flatMap(checked -> jobs.submit(
                        connection, caller, new NewJob(id, submission, checked, submission.priority(usual), origin)));
    }

    private Uni<Submitted> submitNew(
            Caller caller, Submission submission, Optional<IdempotencyKey> key, Priority usual, Origin origin) {
        UUID id = JobId.random();
        return check.check(caller, id, submission)
                .flatMap(checked -> jobs.submit(
                        caller, new NewJob(id, submission, checked, submission.priority(usual), origin), key));
    }
}
