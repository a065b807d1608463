package io.plumbline.jobs.work;

import io.opentelemetry.api.trace.Span;
import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Makes attempts at jobs, and writes down how each ended. */
@ApplicationScoped
public class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String JOB_ID = "job_id";
    private static final String STALLED = "No row came for too long.";
    private static final String OURS = "The job met a fault of ours, which is logged with the job's id.";

    private final Worker worker;
    private final EndRepository ends;
    private final LeaseRepository leases;
    private final WorkMeter meter;
    private final JobSpans spans;
    private final Backoff backoff;

    Attempts(
            Worker worker,
            EndRepository ends,
            LeaseRepository leases,
            WorkMeter meter,
            JobSpans spans,
            WorkConfig config) {
        this.worker = worker;
        this.ends = ends;
        this.leases = leases;
        this.meter = meter;
        this.spans = spans;
        this.backoff = new Backoff(config.retryAfter(), config.retryAtMost(), RandomGenerator.getDefault());
    }

    /** Runs to the end of the attempt, whichever it is. Blocks. */
    void run(Run run) {
        Claim claim = run.claim();
        long began = System.nanoTime();
        MDC.put(JOB_ID, claim.job().toString());
        MDC.put(LogContext.TENANT_ID, claim.caller().tenant().slug());
        if (claim.requestId() != null) {
            MDC.put(LogContext.REQUEST_ID, claim.requestId());
        }
        Span span = spans.begin(claim);
        String outcome = "unknown";
        try {
            outcome = attempt(run, JobSpans.header(span, claim));
        } catch (RuntimeException e) {
            // Its end could not be written: the lease runs out, and the job is run again.
            LOG.warnf(e, "job %s: the end of attempt %d could not be noted", claim.job(), claim.attempt());
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            meter.ended(outcome, time);
            JobSpans.end(span, outcome);
            LOG.infof("job %s: attempt %d %s after %d ms", claim.job(), claim.attempt(), outcome, time.toMillis());
            MDC.remove(JOB_ID);
            MDC.remove(LogContext.TENANT_ID);
            MDC.remove(LogContext.REQUEST_ID);
        }
    }

    private String attempt(Run run, String traceparent) {
        try {
            return worker.work(run, traceparent) ? "completed" : refused(run);
        } catch (StoppedException e) {
            return stopped(run);
        } catch (FencedException e) {
            return fenced();
        } catch (AttemptException e) {
            return failed(run, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.stop(Stop.RELEASED);
            return stopped(run);
        } catch (RuntimeException e) {
            return run.stopped().isPresent() ? stopped(run) : failed(run, ofOurs(run.claim(), e));
        }
    }

    private String stopped(Run run) {
        Claim claim = run.claim();
        return switch (run.stopped().orElse(Stop.RELEASED)) {
            case CANCELLED -> told(ends.cancel(claim), run, "cancelled");
            case RELEASED -> told(ends.release(claim), run, "released");
            case FENCED -> fenced();
            case STALLED -> failed(run, AttemptException.passing("stalled", STALLED, Duration.ZERO, null));
        };
    }

    private String failed(Run run, AttemptException failure) {
        Claim claim = run.claim();
        LOG.infof(
                "job %s: attempt %d of %d failed: %s: %s (%s)",
                claim.job(),
                claim.attempt(),
                claim.maxAttempts(),
                failure.code(),
                failure.getMessage(),
                failure.getCause());
        if (!failure.isWorthAnother()) {
            return told(ends.fail(claim, failure.code(), failure.code(), failure.getMessage()), run, "failed");
        }
        if (!failure.isBegun()) {
            // The fence tells how often the job was taken: it rises by two each time.
            Duration pause = backoff.after((int) Math.min((claim.fence() + 1) / 2, Integer.MAX_VALUE), Duration.ZERO);
            return told(ends.postpone(claim, failure.code(), failure.getMessage(), pause), run, "retried");
        }
        if (claim.attempt() >= claim.maxAttempts()) {
            return told(ends.fail(claim, "attempts_spent", failure.code(), failure.getMessage()), run, "failed");
        }
        Duration pause = backoff.after(claim.attempt(), failure.retryAfter());
        return told(ends.retry(claim, failure.code(), failure.getMessage(), pause), run, "retried");
    }

    private String told(Uni<Boolean> end, Run run, String outcome) {
        return end.await().atMost(PATIENCE) ? outcome : refused(run);
    }

    /** Nothing was written under the fence: the job's end is wanted, or somebody else has it. */
    private String refused(Run run) {
        boolean held = leases.look(run.claim()).await().atMost(PATIENCE).isPresent();
        if (!held) {
            return fenced();
        }
        return ends.cancel(run.claim()).await().atMost(PATIENCE) ? "cancelled" : fenced();
    }

    private String fenced() {
        meter.fencedOff();
        return "fenced";
    }

    /** The database that keeps the rows is away or slow, which passes; or the fault is in this code. */
    private static AttemptException ofOurs(Claim claim, RuntimeException fault) {
        ProblemException problem = DatabaseFaults.toProblem(fault);
        if (problem.type().kind() == ProblemType.Kind.INTERNAL) {
            LOG.errorf(fault, "job %s: a fault of ours", claim.job());
            return AttemptException.lasting("internal_error", OURS);
        }
        return AttemptException.passing(problem.type().code(), problem.getMessage(), Duration.ZERO, fault);
    }
}
