package io.plumbline.jobs.sync;

import io.plumbline.jobs.connection.TokenPurpose;
import io.plumbline.jobs.database.PassingFaults;
import io.plumbline.jobs.imports.ImportSettings;
import io.plumbline.jobs.jira.Credentials;
import io.plumbline.jobs.jira.Jira;
import io.plumbline.jobs.jira.JiraFault;
import io.plumbline.jobs.jira.JiraSite;
import io.plumbline.jobs.jira.JiraStopped;
import io.plumbline.jobs.jira.Site;
import io.plumbline.jobs.secret.Secrets;
import io.plumbline.spec.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Does a claimed run and notes how it ended. */
@ApplicationScoped
class SyncWorker {
    private static final Logger LOG = Logger.getLogger(SyncWorker.class);
    private static final String INTERNAL = "The sync met a fault of ours, which is logged with the run's id.";
    private static final String LOST =
            "The service that did the sync was lost again and again. Look at its memory and log.";
    private static final String AWAY = "The database was away; the sync goes on where it was.";

    private final SyncStore store;
    private final Merger merger;
    private final SyncSettings settings;
    private final Secrets secrets;
    private final Jira jira;
    private final SyncMeter meter;
    private final Path folder;

    SyncWorker(
            SyncStore store,
            Merger merger,
            SyncSettings settings,
            Secrets secrets,
            Jira jira,
            SyncMeter meter,
            ImportSettings imports)
            throws IOException {
        this.store = store;
        this.merger = merger;
        this.settings = settings;
        this.secrets = secrets;
        this.jira = jira;
        this.meter = meter;
        this.folder = Files.createDirectories(imports.spool().resolve("sync"));
    }

    /** Why a run's thread was interrupted. */
    enum Stop {
        NONE,
        CANCELLED,
        FENCED,
        SHUTDOWN
    }

    /** Tells why the thread was interrupted, once it is. */
    interface Reason {
        Stop get();
    }

    /** Runs to the end; leaves the connection free unless it is somebody else's by then. */
    void run(SyncClaim claim, Reason stop) {
        LOG.infof("sync %s begins: attempt %d", claim.run(), claim.attempt());
        long began = System.nanoTime();
        SyncRun run = null;
        try {
            if (claim.cancelled()) {
                end("cancelled", claim, claim.counted(), counts -> store.cancelled(claim, counts));
                return;
            }
            if (claim.attempt() > settings.attempts()) {
                fail(claim, null, "worker_lost", LOST, false);
                return;
            }
            Path file = folder.resolve(claim.run() + "-" + claim.fence() + ".ndjson");
            try (Batch batch = new Batch(file)) {
                run = new SyncRun(claim, site(claim), store, merger, settings, batch);
                run.run();
            }
            meter.completed(Duration.ofNanos(System.nanoTime() - began));
            meter.ended("completed", run.counts().throttled() - claim.counted().throttled());
            LOG.infof("sync %s completed", claim.run());
        } catch (JiraStopped e) {
            stopped(claim, run, stop.get());
        } catch (SyncStopped e) {
            stopped(claim, run, Stop.FENCED);
        } catch (JiraFault e) {
            if (e.needsAttention()) {
                fail(claim, run, e.kind().code(), e.getMessage(), true);
            } else {
                later(claim, run, e.kind().code(), e.getMessage());
            }
        } catch (SyncFault e) {
            fail(claim, run, e.code(), e.getMessage(), true);
        } catch (ProblemException e) {
            fail(claim, run, e.type().code(), e.getMessage(), true);
        } catch (SQLException e) {
            failed(claim, run, stop, e);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "sync %s failed", claim.run());
            fail(claim, run, "internal_error", INTERNAL, false);
        }
    }

    private JiraSite site(SyncClaim claim) throws SQLException {
        String purpose = TokenPurpose.of(claim.connection());
        String token = secrets.open(claim.tenant(), purpose, claim.token().bytes());
        if (!secrets.isCurrent(claim.token().bytes())) {
            store.reseal(claim, secrets.seal(claim.tenant(), purpose, token));
        }
        return jira.site(Site.of(claim.site()), new Credentials(claim.email(), token));
    }

    /** A thread that is interrupted meets that as a fault of its connection too. */
    private void failed(SyncClaim claim, SyncRun run, Reason stop, SQLException e) {
        if (stop.get() != Stop.NONE) {
            stopped(claim, run, stop.get());
        } else if (PassingFaults.isPassing(e)) {
            LOG.warnf(e, "sync %s: the database is away", claim.run());
            later(claim, run, "database_away", AWAY);
        } else {
            LOG.errorf(e, "sync %s failed", claim.run());
            fail(claim, run, "internal_error", INTERNAL, false);
        }
    }

    private void stopped(SyncClaim claim, SyncRun run, Stop why) {
        switch (why) {
            case FENCED -> {
                meter.fenced();
                LOG.warnf("sync %s: its connection was taken over or deleted; it stops", claim.run());
            }
            case CANCELLED -> end("cancelled", claim, counts(claim, run), counts -> store.cancelled(claim, counts));
            case SHUTDOWN, NONE ->
                end(
                        "waiting",
                        claim,
                        counts(claim, run),
                        counts -> store.goOnLater(claim, null, null, true, Duration.ZERO, counts));
        }
    }

    private void later(SyncClaim claim, SyncRun run, String code, String error) {
        boolean moved = run != null && run.hasMerged();
        if (!moved && claim.attempt() >= settings.attempts()) {
            fail(claim, run, code, error, false);
            return;
        }
        int times = moved ? 0 : Math.min(claim.attempt() - 1, 6);
        Duration pause = settings.retryAfter().multipliedBy(1L << times);
        end("waiting", claim, counts(claim, run), counts -> store.goOnLater(claim, code, error, moved, pause, counts));
    }

    private void fail(SyncClaim claim, SyncRun run, String code, String error, boolean needsAttention) {
        LOG.warnf("sync %s failed: %s", claim.run(), code);
        end("failed", claim, counts(claim, run), counts -> store.fail(claim, code, error, needsAttention, counts));
    }

    private interface Ending {
        void write(SyncClaim.Counts counts) throws SQLException;
    }

    /** What can't be noted now is found by its lease: the run is taken up again. */
    private void end(String outcome, SyncClaim claim, SyncClaim.Counts counts, Ending ending) {
        boolean interrupted = Thread.interrupted();
        try {
            ending.write(counts);
            meter.ended(outcome, counts.throttled() - claim.counted().throttled());
        } catch (SyncStopped e) {
            meter.fenced();
        } catch (SQLException e) {
            LOG.warnf(e, "sync %s: its end could not be noted; it is taken up again", claim.run());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SyncClaim.Counts counts(SyncClaim claim, SyncRun run) {
        return run == null ? claim.counted() : run.counts();
    }
}
